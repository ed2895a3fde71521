using StrategyBot.Documents;
using StrategyBot.Rules.Procedures;
using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary>Whether this machine has a font to set a PDF in, where the procedure wants one. Nothing fails without it.</summary>
internal sealed class PdfCheck(ProcedureProfile profile, FontFolder folder) : ICheck
{
    private const string Put = "put a TrueType family's regular and bold into a folder and name it in StrategyBot__FontFolder";

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>(
        profile.Minutes.Paper?.Pdf == true ? [Of(PdfFaces.Of(folder.Files()))] : []);

    private Finding Of(PdfFaces? faces) => faces is null
        ? new(Verdict.SeeTo, "PDF", "the procedure wants minutes as a PDF too and this machine has no font for it, so they go as Word "
            + $"documents alone. Install the package fonts-liberation, or {Put}.")
        : folder.Named is not null && PdfFaces.Of((folder with { Usual = [] }).Files()) is null
            ? new(Verdict.SeeTo, "PDF", $"StrategyBot__FontFolder names a folder without a font that can be used, so {faces.Family} is "
                + $"used. To have your own, {Put}; its licence has to allow it to be embedded.")
            : new(Verdict.Ok, "PDF", $"minutes are set in {faces.Family}.");
}
