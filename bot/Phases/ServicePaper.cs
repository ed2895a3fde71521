namespace StrategyBot.Phases;

/// <summary>Draws the measures of a service as the document for the partnership.</summary>
/// <param name="area">Whose they are; <c>null</c>: all areas'.</param>
/// <param name="month">That stands beside the twelve; the last where none is chosen.</param>
internal delegate PaperFile ServicePaper(MeasuresLook.Looked looked, string? area, DateOnly? month);
