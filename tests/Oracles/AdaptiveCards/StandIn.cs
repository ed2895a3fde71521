namespace AdaptiveCards;

/// <summary>The stand-in for a package of this name: an assembly that is there, and no more.</summary>
internal static class StandIn;
