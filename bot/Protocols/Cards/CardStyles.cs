namespace StrategyBot.Protocols.Cards;

// The first of each is what a client takes when nothing is written, so it is never written.

public enum TextWeight { Default, Lighter, Bolder }

public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

/// <summary>Never the only carrier of a meaning: the words say it too.</summary>
public enum TextColor { Default, Accent, Good, Warning, Attention }

public enum TextBlockStyle { Default, Heading }

public enum Spacing { Default, None, Small, Medium, Large, ExtraLarge, Padding }

public enum ContainerStyle { Default, Emphasis, Accent, Good, Warning, Attention }

public enum ChoiceSetStyle { Compact, Expanded }

/// <summary>Whether a button checks and sends the card's inputs; a Cancel button doesn't.</summary>
public enum AssociatedInputs { Auto, None }
