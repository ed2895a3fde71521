using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.Documents;

/// <summary>Holds every sentence of minutes against the record: which facts it is drawn from is not believed of anybody, but seen by taking
/// each fact away; and what it says must stand in those.</summary>
/// <param name="draw">The minutes of a case; those of the draft, but where a test plants something.</param>
internal sealed partial class Sentences(CaseId id, IReadOnlyList<Entry> entries, Func<Case, IReadOnlyList<MinutesParagraph>> draw)
{
    /// <summary>What is said where the record says nothing, and that it says nothing indeed.</summary>
    private static readonly IReadOnlyDictionary<string, Func<Meeting, string, bool>> Silences =
        new Dictionary<string, Func<Meeting, string, bool>>
        {
            ["Nothing recorded"] = (meeting, paragraph) => !meeting.Assessment.Of(paragraph.Split('/')[1]).IsAnswered,
            // In versions that an earlier release issued.
            ["Not considered"] = (meeting, paragraph) => !meeting.Assessment.Of(paragraph.Split('/')[1]).IsAnswered,
            ["No actions are recorded."] = (meeting, _) => meeting.Plan.Open.All(action => action.Fact.Kind != ActionKind.Action),
            ["Who attended was not recorded."] = (meeting, _) => meeting.Attendance.Presences.IsEmpty,
            ["Quorum: not known, as who attended was not recorded."] = (meeting, _) => meeting.Attendance.Presences.IsEmpty,
            ["The confidentiality statement is not recorded as read."] = (meeting, _) => meeting.Attendance.ConfidentialityReadAt is null,
            ["None recorded."] = (meeting, _) => meeting.Assessment.Stances.Values.All(taken => taken.Fact.Stance == Stance.GoWithDecision),
            ["Nobody is recorded as having agreed the read-back."] = (meeting, _) =>
                meeting.Attendance.ReadBack.Values.All(said => !said.Fact.Agreed),
            ["The section 47 enquiry is not yet authorised."] = (meeting, _) => meeting.Plan is { HasEnquiry: true, Authorised: null },
            ["The record is not marked complete."] = (meeting, _) => meeting.Attendance.CompletedAt is null,
        };

    /// <summary>The minutes' own words around what facts say; longest first.</summary>
    private static readonly IReadOnlyList<string> Frame =
    [
        .. Silences.Keys,
        // What was added later says from where it is.
        .. RowLists.Known.SelectMany(list => list.Fields).Select(field => $"{field.Title}:"),
        .. Headings.All.Select(heading => $"{heading.Title}:"), "Limit and reasons:", "Attendance:", "Actions:", "Read-back:", "Meeting:",
        "was taken off the case:", "Ended", "and taken up again",
        "Where each child is safe:", "Still open at the end:",
        "Reference:", "Held:", "Where:", "Chair:", "Children:", "Called because:", "In the convener's words:", "born", "due", "area", "to",
        "another authority's area", "took the chair", "after the meeting", "Why:",
        "Plan of another area:", "Linked case:", "They told us:", "They keep responsibility:", "Confirmed by:", "not known yet",
        "What:", "Who:", "By when:", "Purpose:", "If this fails:", "How we will know:", "Family or a friend;", "keeps in touch",
        "Not done, though it follows from a decision:", "Because:", "What it is:", "another meeting",
        "Why there is another meeting:", "To be held by:", "is held by a place until it hears the outcome.", "is held at:",
        "Services and support needed now:", "Which, or why none:", "See the table at the beginning.",
        "Attended, as confirmed by the chair:",
        "Noted since, and not confirmed by the chair:",
        "Attended:", "Invited and absent:", "Invited:", "On the list and not noted as there:",
        "deputy for", "from", "no answer to the invitation is recorded", "Invited and not noted as there:",
        "somebody who was taken for", ", and was not", "said of an earlier time", "Written update:",
        "Quorum: all", "Quorum:", "core agencies were there", "of", "Missing:", "was missing:", "was there. Said while it was missing:",
        "Who was tried:", "Its information came from:", "The confidentiality statement was read at",
        "With whom:", "Who supervises contact:", "Basis:", "Decide by:", "If someone tries to take the child, ring:",
        "time to be confirmed", "is held by", "until they hear the outcome.", "Nobody holds", "until the outcome is known.",
        "is confirmed safe:", "Considered – no plan is needed, because:", "Authorised to start: the plan is appropriate and robust.",
        "The plan is reviewed on", "One of several answers that stand:", "searched its records.", "Known – no words were given",
        "Confirmed by the chair.", "Written update only:", "of 10", "Not invited:",
        "Hold by:", "Concern identified:", "Referral received:", "Acted at once:", "(to be confirmed)",
        "Agreed by:", "Asked by:", "Told that they may withdraw:", "Designated officer:", "Which order:", "Order ends:",
        "Is a safety plan right:", "What the worry is, and what has to be done:", "Why, and what instead:",
        "Wider family and friends take part:", "What they do, or why not:", "Management advice:", "Not authorised yet, because:",
        "Agreement withdrawn by:", "What was said:", "Danger raised:", "All children", "Acts on the danger.", "What is being done:",
        "Awaited from:", "Awaited from", "Expected by:", "Still awaited:", "The result is in:", "No longer needed:",
        "Does it change the plan:", "Why:", "What was done:", "To be settled by:", "Settled:", "Yes",
        "Contact is held with:", "Ask first:", "Looked at again:", "Staff may say:", "Contact is held no more with:",
        "Who of the police was tried:", "everybody in the family",
        "Bail or conditions on:", "Bail or conditions varied on:", "Bail or conditions no more on:", "Which:", "Until:", "not known yet",
        "Conditions:", "How it ended:", "Somebody who is not on the case", ", time to be confirmed",
        "Was the child seen:", "When:", "By whom:", "Legal advice:", "Which order, or why none:",
        "Handed over to:", "What to know:", "Took the handover on.", "The handover was accepted by telephone",
        "The handover was taken back.",
        "By telephone:", "by telephone", "noted by", "Written on paper,", "and typed in from",
        "Done at once:", "before the meeting:", "rang where the child was,", "with", "until",
        "No to the first question", "Because:",
        "Yes to the first question:", "same day", "The longer limit", "because:", ", because", "Later than the limit, because:",
        "Said of the time, which is within the limit:",
        "Later than the limit of", "Approved after the limit, because:", "Entered on the child's record after the limit, because:",
        "This chair, because:", "Moved to", "decides for it, as", "said.", "About", "in version",
        "Agreed:", "Not what I said:", "Not what I said.", "The record was completed with parts unanswered.",
        "Nothing: every mandatory part was answered.", "Asked for by", "Why it was changed:", "no reason was recorded", "Withdrawn:",
        ", a row changed:", ", a row added:", ", a row withdrawn:", "A step of the enquiry",
        "An action changed:", "An action added:", "An action withdrawn:",
        "by", "The contingency is now:", "the enquiry runs since the strategy meeting on", "From an earlier meeting:",
        "Name:", "Relation, birth:", "Address:", "School:", "School or GP:", "Parental responsibility:", "Child,",
        "birth not known yet", "Relation not known yet", "Not known yet",
        "Not applicable", "Confidential", "GP confidential", "GP:", "Yes, both", "Yes, all", "No child of this case",
        "Restricted part", "In it:", "Restricted information was given to the chair by word of mouth.", "It is not written here.",
        "(before their details were changed)", "typed by", "Edited by", "edited by", "corrected by the author", "on",
        "someone who is not on the list", "a row", "An action", "added:", "changed:", "withdrawn:", "Why it was changed",
    ];

    private static readonly IReadOnlyDictionary<Type, IReadOnlyList<(object Value, string Words)>> Worded = EnumWords();

    private readonly Case folded = Case.Fold(id, entries);
    private readonly Dictionary<int, IReadOnlyList<string>> phrases = [];
    private readonly Dictionary<int, IReadOnlySet<Sentence>> without = [];
    private readonly List<IReadOnlySet<Sentence>> upTo = [];

    /// <summary>One line of a paragraph, with whose it is and when.</summary>
    public sealed record Sentence(string Meeting, string Paragraph, string Section, string Text, string Author, DateTimeOffset? At)
    {
        public override string ToString() => $"[{Paragraph}] {Text}{(Author.Length == 0 ? "" : $" — {Author}")}";
    }

    /// <summary>Every sentence with the numbers of the facts without which it would not stand.</summary>
    public IReadOnlyList<(Sentence Said, IReadOnlyList<Entry> Facts)> Cited() =>
        [.. Draw(entries).Distinct().Select(said => (said, Cites(said)))];

    /// <summary>What no fact says.</summary>
    public IReadOnlyList<string> Unfounded() => [.. Cited().SelectMany(one => Faults(one.Said, one.Facts))];

    private IEnumerable<string> Faults(Sentence said, IReadOnlyList<Entry> facts)
    {
        var silent = Silences.FirstOrDefault(silence =>
            said.Text == silence.Key || said.Text.EndsWith($": {silence.Key}", StringComparison.Ordinal));
        if (silent.Key is not null && said.Author.Length == 0)
        {
            var meeting = folded.Meetings.First(one => one.Id.Value == said.Meeting);
            if (!silent.Value(meeting, said.Paragraph))
            {
                yield return $"{said}: the record does say something.";
            }

            yield break;
        }

        if (facts.Count == 0)
        {
            yield return $"{said}: it stands whatever the record says.";
        }

        // An issued version was held against who was there when it was drawn.
        if (!facts.Any(fact => fact.Fact is MinutesFrozen) && Miscounted(said) is { } miscounted)
        {
            yield return $"{said}: {miscounted}.";
        }

        var words = facts.Append(entries[0]).SelectMany(PhrasesOf).Append(said.Section).Concat(Expected(said))
            .Distinct().ToList();
        if (Rest(said.Text, words) is { Length: > 0 } rest)
        {
            yield return $"{said}: “{rest}” stands in none of {string.Join(", ", facts.Select(fact => fact.Seq))}.";
        }

        if (Rest(said.Author, words) is { Length: > 0 } unknown)
        {
            yield return $"{said}: {unknown} wrote none of {string.Join(", ", facts.Select(fact => fact.Seq))}.";
        }

        var told = facts.Where(fact => fact.Fact is not (CaseOpened or ChildNamed or AdultNamed or ParticipantAdded)).ToList();
        if (said.At is { } at && !told.Any(fact => fact.Fact is MinutesFrozen)
            && !told.Any(fact => fact.At == at || fact.Fact.HappenedAt == at))
        {
            yield return $"{said}: nothing of it was written or happened at {at:u}.";
        }

        if (said.Author.Length > 0 && !told.Any(fact => fact.Fact is MinutesFrozen || IsNamed(fact.By, said.Author)))
        {
            yield return $"{said}: who wrote it down isn't said.";
        }
    }

    /// <summary>How the quorum stood is in nobody's words: whom it names must have come, or not come.</summary>
    private string? Miscounted(Sentence said)
    {
        if (Quorate().Match(said.Text) is not { Success: true } told)
        {
            return null;
        }

        var there = folded.Meetings.First(one => one.Id.Value == said.Meeting).Attendance.Presences.Keys
            .Select(id => folded.Find(id)?.Agency.Name()).ToHashSet();
        var (missing, named) = (told.Groups["came"].Success, told.Groups["names"].Value.Split(", "));
        var counted = int.Parse(told.Groups["of"].Value, CultureInfo.InvariantCulture)
            - (missing ? int.Parse(told.Groups["came"].Value, CultureInfo.InvariantCulture) : 0);
        // Of health somebody may come whose role doesn't fill its place.
        return counted != named.Length ? "it names more or fewer than it counts"
            : named.FirstOrDefault(name => there.Contains(name) == missing && !(missing && name == Agency.Health.Name())) is { } wrong
                ? $"{wrong} {(missing ? "was there" : "was not there")}"
            : null;
    }

    [GeneratedRegex(@"Quorum: (?:all (?<of>\d+)|(?<came>\d+) of (?<of>\d+)) core agencies were there"
        + @"(?: \((?<names>[^)]*)\)|\. Missing: (?<names>[^.]*))\.")]
    private static partial Regex Quorate();

    /// <summary>When an answer is expected that nobody knew: the procedure says it, from when that was said.</summary>
    private IEnumerable<string> Expected(Sentence said) => said.Paragraph.EndsWith("/awaited", StringComparison.Ordinal)
        && Awaited.Find(folded.About(new(said.Meeting))!, said.Paragraph.Split('/')[1]) is { Said: null } one
            ? [Words.English.When(one.DueAt)]
            : [];

    /// <summary>What is left of a sentence once the words of facts and of the minutes' own are taken out.</summary>
    private static string Rest(string text, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Concat(Frame).OrderByDescending(phrase => phrase.Length))
        {
            if (!text.Contains(phrase, StringComparison.Ordinal))
            {
                continue;
            }

            var (before, after) = (char.IsLetterOrDigit(phrase[0]) ? @"(?<!\w)" : "", char.IsLetterOrDigit(phrase[^1]) ? @"(?!\w)" : "");
            text = Regex.Replace(text, before + Regex.Escape(phrase) + after, "\u2044");
        }

        return Counted().Replace(text, "").Trim();
    }

    // Punctuation between the words, and how many of something there are.
    [GeneratedRegex(@"[\s\u2044.,;:()–“”]+|\b\d\b")]
    private static partial Regex Counted();

    private bool IsNamed(PersonId by, string author) =>
        by == PersonId.Bot || author.Contains(folded.Find(by)?.Name ?? Nobody(by), StringComparison.Ordinal);

    private string Nobody(PersonId by) =>
        folded.Participants.FirstOrDefault(person => person.NotThem.Contains(by)) is { } taken ? $"taken for {taken.Name}, and was not"
            : "someone who is not on the list";

    private IReadOnlyList<Entry> Cites(Sentence said)
    {
        var alone = entries.Where(entry => !Standing(entry).Contains(said)
            // A version that was issued is quoted as it is; it was held against its own facts when it was drawn.
            || (entry.Fact is MinutesFrozen frozen && Lines(frozen.Paragraphs, entry.Fact.Meeting).Contains(said))).ToList();
        // Where several facts say one thing, none is missed alone: all are taken away that say what the sentence says.
        var others = entries.Except(alone).Where(entry => PhrasesOf(entry).Any(phrase => Says(said, phrase))).ToList();
        return others.Count > 0 && !Draw(Without(others)).Contains(said) ? [.. alone, .. others]
            : alone.Count > 0 ? alone
            : Brought(said) is { } bringing ? [bringing] : [];
    }

    private static bool Says(Sentence said, string phrase) =>
        said.Text.Contains(phrase, StringComparison.Ordinal) || said.Author.Contains(phrase, StringComparison.Ordinal);

    private Entry? Brought(Sentence said)
    {
        if (upTo.Count == 0)
        {
            upTo.AddRange(Enumerable.Range(1, entries.Count).Select(count => Draw([.. entries.Take(count)]).ToHashSet()));
        }

        var last = upTo.FindLastIndex(then => !then.Contains(said));
        // What stands from the first fact of a meeting on, stands whatever is said in it.
        return last >= 0 && last + 1 < entries.Count && upTo[last].Any(other => other.Meeting == said.Meeting) ? entries[last + 1] : null;
    }

    private IReadOnlySet<Sentence> Standing(Entry missing)
    {
        if (!without.TryGetValue(missing.Seq, out var left))
        {
            without[missing.Seq] = left = Draw(Without([missing])).ToHashSet();
        }

        return left;
    }

    private IReadOnlyList<Entry> Without(IReadOnlyList<Entry> missing)
    {
        var numbers = missing.Select(entry => entry.Seq).ToHashSet();
        return [.. entries.Select(entry => !numbers.Contains(entry.Seq) ? entry
            : entry.Fact is CaseOpened opened ? entry with { Fact = Another(opened) }
            : entry with { Fact = new ContentGone(), IsWithheld = true })];
    }

    /// <summary>There is no case without its first fact: it says something else.</summary>
    private static CaseOpened Another(CaseOpened opened) => opened with
    {
        CheckWord = "Otherwise",
        Convener = opened.Convener with { Name = "Somebody Else" },
        Urgent = new(null, [], ""),
    };

    private IEnumerable<Sentence> Draw(IReadOnlyList<Entry> record)
    {
        var @case = Case.Fold(id, record);
        return @case.AboutEach().SelectMany(one => Lines(draw(one), one.Meeting.Id));
    }

    private static IEnumerable<Sentence> Lines(IEnumerable<MinutesParagraph> paragraphs, MeetingId? meeting) =>
        from paragraph in paragraphs
        from line in Lines(paragraph.Text.Split('\n'))
        select new Sentence((meeting ?? MeetingId.First).Value, paragraph.Id, paragraph.Section, line, paragraph.Author, paragraph.At);

    /// <summary>What stands over a list is said of each of its lines.</summary>
    private static IEnumerable<string> Lines(string[] lines) =>
        lines is [[.., ':'], _, ..] ? lines.Skip(1).Select(line => $"{lines[0]} {line}") : lines.Where(line => line.Length > 0);

    private IReadOnlyList<string> PhrasesOf(Entry entry)
    {
        if (!phrases.TryGetValue(entry.Seq, out var known))
        {
            phrases[entry.Seq] = known = [.. Phrases(entry).Where(phrase => phrase.Length > 1).Distinct()];
        }

        return known;
    }

    /// <summary>Everything that a fact says, as the minutes would put it.</summary>
    private IEnumerable<string> Phrases(Entry entry)
    {
        var said = Leaves(entry.Fact).Concat(Said(entry.At)).ToList();
        said.AddRange(entry.Fact switch
        {
            CaseOpened opened => JsonStrings(JsonDocument.Parse(opened.ProfileJson).RootElement)
                .Concat(Enum.GetValues<Agency>().Select(agency => agency.Name())),
            HeadingAnswered answer => Headings.Find(answer.Heading)!.Options.Where(option => answer.Answer.Choices.Contains(option.Id))
                .Select(option => option.Label),
            ListRowGiven row => RowLists.Find(row.Heading)!.Fields.Select(field => RowList.Say(folded, field, row))
                .Append(RowLists.Find(row.Heading)!.Lead(folded, row)),
            _ => [],
        });
        return said.SelectMany(text => text.Split('\n'))
            .Concat(folded.Find(entry.By) is { } person ? [person.Name, person.JobTitle] : []);
    }

    private static IEnumerable<string> Leaves(object? value) => value switch
    {
        null or bool => [],
        string text => [text],
        DateTimeOffset at => Said(at),
        DateOnly on => [Words.English.Date(on)],
        ChildId child => [$"Child {child.Value["child-".Length..]}"],
        Enum one when Worded.TryGetValue(one.GetType(), out var words) => words.Where(word => word.Value.Equals(one))
            .Select(word => word.Words),
        Enum => [],
        IEnumerable many => many.Cast<object?>().SelectMany(Leaves),
        _ when value.GetType().Assembly == typeof(Fact).Assembly => value.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Leaves(property.GetValue(value))),
        _ => [$"{value}"],
    };

    private static IEnumerable<string> Said(DateTimeOffset at) =>
        [Words.English.When(at), Words.English.Time(at), Words.English.Date(Words.English.LocalDate(at))];

    private static IEnumerable<string> JsonStrings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(JsonStrings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => JsonStrings(property.Value)),
        _ => [],
    };

    private static Dictionary<Type, IReadOnlyList<(object, string)>> EnumWords()
    {
        var words = new Dictionary<Type, IReadOnlyList<(object, string)>>
        {
            [typeof(Agency)] = [.. Enum.GetValues<Agency>().Select(agency => ((object)agency, agency.Name()))],
        };
        foreach (var table in typeof(WordTables).GetProperties(BindingFlags.Static | BindingFlags.Public))
        {
            var type = table.PropertyType.GetGenericArguments()[0];
            var all = (IEnumerable)table.PropertyType.GetProperty("All")!.GetValue(table.GetValue(null))!;
            words[type] =
            [
                .. from object one in all
                   let value = one.GetType().GetProperty("Value")!.GetValue(one)!
                   from property in new[] { "InForm", "InList", "InMinutes" }
                   let said = (string?)one.GetType().GetProperty(property)!.GetValue(one)
                   where said is { Length: > 0 }
                   from put in new[] { said, char.ToUpperInvariant(said[0]) + said[1..] }
                   select (value, put),
            ];
        }

        return words;
    }
}
