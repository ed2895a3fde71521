using StrategyBot.Conversations;

namespace StrategyBot.Phases.Keeping;

/// <summary>An auditor asks to read a case, by its reference and word (P17): they are on it from then on, as its people see, and get the
/// form on which they say why. Nothing of it is open to them before.</summary>
internal sealed class BreakGlassCommand(GroupDoor door, Verbs verbs, IServiceProvider services) : ICommand
{
    public static string Word => "break-glass";

    public static string Help => "`break-glass SB-2026-014 Heron` – for auditors: say why you have to read a case, and read it for hours";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        if (await door.RolesAsync(Word, turn, [Role.Auditor], cancellationToken) is { Because: { } because })
        {
            return because;
        }

        if (rest.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var reference, var word])
        {
            return new Reply.Say("Type it with a case's reference and word: `break-glass SB-2026-014 Heron`. Why you have to read it is "
                + "asked on a form.");
        }

        return await door.ComeOnAsync(reference, word, Word, turn, (@case, asker) => PutOn.ByGroup(@case, asker, Role.Auditor),
            cancellationToken) is { } @case && BreakGlassPart.Button(@case) is var open
                ? await verbs.AnswerAsync(open.Verb, services, CardJson.Data(open.Form), turn, cancellationToken)
                : door.Nobody;
    }
}
