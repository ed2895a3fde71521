using StrategyBot.Documents;
using StrategyBot.Starting;

namespace StrategyBot.Phases.Minuting;

/// <summary>The minutes as a PDF beside Word's document, where the case's procedure wants one and this machine has a font.</summary>
internal sealed class MinutesPdf(FontFolder folder, Words words)
{
    /// <summary>What a link is about that opens the PDF.</summary>
    public const string About = "pdf";

    /// <summary>Where one was wanted and this copy can't have it.</summary>
    public const string WordAlone =
        "There is no PDF of this copy, as it has letters that a PDF would show wrongly. The Word document shows them rightly.";

    // Read once, and only where a procedure wants one: a family is a megabyte.
    private readonly Lazy<PdfFaces?> faces = new(() => PdfFaces.Of(folder.Files()));

    /// <summary>How a copy goes out.</summary>
    public enum Beside
    {
        /// <summary>No PDF is wanted, or no font is here; <c>check</c> tells the administrator of that.</summary>
        Nothing,
        Pdf,

        /// <summary>It is wanted, and the copy has letters that can't be set: its reader is told.</summary>
        NotThisCopy,
    }

    public Beside Of(Case @case, Meeting meeting, int version, Participant reader) =>
        Wanted(@case) is not { } set ? Beside.Nothing
            : MinutesFile.CanSet(@case, meeting, version, reader, words, set) ? Beside.Pdf : Beside.NotThisCopy;

    /// <summary>What a letter carries.</summary>
    public IEnumerable<PaperFile> Files(Case @case, Meeting meeting, int version, Participant reader)
    {
        yield return Word(@case, meeting, version, reader);
        if (Pdf(@case, meeting, version, reader) is { } pdf)
        {
            yield return pdf;
        }
    }

    /// <summary>What a link opens; Word's document where the PDF that it was for can't be had any more.</summary>
    public PaperFile File(Case @case, Meeting meeting, int version, Participant reader, string? about) =>
        (about == About ? Pdf(@case, meeting, version, reader) : null) ?? Word(@case, meeting, version, reader);

    private PdfFaces? Wanted(Case @case) => @case.Profile.Minutes.Paper?.Pdf == true ? faces.Value : null;

    private PaperFile? Pdf(Case @case, Meeting meeting, int version, Participant reader) =>
        Wanted(@case) is { } set && MinutesFile.WritePdf(@case, meeting, version, reader, words, set) is { } drawn
            ? new(MinutesFile.Name(@case, version, "pdf"), SheetPdf.ContentType, drawn) : null;

    private PaperFile Word(Case @case, Meeting meeting, int version, Participant reader) =>
        new(MinutesFile.Name(@case, version), MinutesDocx.ContentType, MinutesFile.Write(@case, meeting, version, reader, words));
}
