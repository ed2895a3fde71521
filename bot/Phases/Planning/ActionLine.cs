namespace StrategyBot.Phases.Planning;

/// <summary>Reads <c>police by tomorrow 12:00: ring the ward</c>. Pure.</summary>
internal static class ActionLine
{
    private const string HowTo = "Type it as `action police by tomorrow 12:00: what is to be done`.";

    public static Typed<RowForm> Read(Case @case, Participant me, string line, DateTimeOffset now, Words words)
    {
        var by = line.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        if (by < 0)
        {
            return new Typed<RowForm>.NotUnderstood($"Who does it, and by when? {HowTo}");
        }

        return Owner(@case, me, line[..by].Trim()).Then(owner => Split(line[(by + 4)..], now, words)
            .Then(found => new Typed<RowForm>.Understood(
                new RowForm(@case.Ref.Value, null, found.What, owner.Id.Value, null, found.When))));
    }

    /// <summary>The time ends at the first colon before which stands a day that can be read: times have colons too.</summary>
    private static Typed<(string When, string What)> Split(string text, DateTimeOffset now, Words words)
    {
        var why = $"By when? {HowTo}";
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var (when, what) = (text[..colon].Trim(), text[(colon + 1)..].Trim());
            var read = words.ReadWhen(when, now).Match<string?>(_ => null, sentence => sentence);
            if (read is null && what.Length > 0)
            {
                return new Typed<(string, string)>.Understood((when, what));
            }

            why = read ?? why;
        }

        return new Typed<(string, string)>.NotUnderstood(words.ReadWhen(text.TrimEnd(' ', ':'), now)
            .Match(_ => $"What is to be done? {HowTo}", _ => why));
    }

    /// <summary>By agency where it has one person here, else by name; <c>me</c> and <c>social worker</c> too.</summary>
    private static Typed<Participant> Owner(Case @case, Participant me, string typed)
    {
        var people = @case.Participants.Where(person => person.May(Capability.Act)).ToList();
        var agency = Agencies.Read(typed);
        var found = typed.ToLowerInvariant() switch
        {
            "" => [],
            "me" => [me],
            "sw" or "social worker" => people.Where(person => person.Roles.Contains(Role.SocialWorker)).ToList(),
            _ when agency is not null => [.. people.Where(person => person.Agency == agency && person.IsInvited)],
            _ => Named(people, typed),
        };
        return found switch
        {
            [var one] => new Typed<Participant>.Understood(one),
            [] => new Typed<Participant>.NotUnderstood(
                $"Nobody on the case is meant by that. Type the agency or the name: {Names(people)}."),
            _ => new Typed<Participant>.NotUnderstood($"That could be more than one person. Type the name: {Names(found)}."),
        };
    }

    private static List<Participant> Named(List<Participant> people, string typed)
    {
        var exact = people.Where(person => string.Equals(person.Name, typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0
            ? exact
            : [.. people.Where(person => person.Name.Split(' ')
                .Any(part => string.Equals(part, typed, StringComparison.OrdinalIgnoreCase)))];
    }

    private static string Names(List<Participant> people) =>
        Shortened.To(FormCard.LongText, string.Join(", ", people.Select(person => $"{person.Name} ({person.Agency.Name()})")));
}
