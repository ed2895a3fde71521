using System.Collections.Concurrent;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Cases;
using StrategyBot.Records;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>What the people of the rig do: each connection is one of them, at one case after another.</summary>
internal static class Turns
{
    public const string Bare = "bare floor", FloorB = "floor B", Bot = "bot", Echo = "Bot Builder echo";

    public static IReadOnlyList<Contender> Opening(Rig rig, ServerProcess bot, IReadOnlyList<CaseId> cases)
    {
        byte[] Request(int connection, long number) => rig.Requests.Fetch(Person(connection), cases[(int)(number % cases.Count)], number);
        return
        [
            new(Bare, rig.Bare, Request, Answers.Constant),
            new(FloorB, rig.FloorB, Request, Answers.Form),
            new(Bot, bot, Request, Answers.Form),
        ];
    }

    public static Contender Echoing(Rig rig, IReadOnlyList<CaseId> cases) => new(Echo, rig.Echo, (connection, number) =>
        rig.Requests.Fetch(Person(connection), cases[(int)(number % cases.Count)], number, isSigned: false), Answers.Echoed);

    public static IReadOnlyList<Contender> Saving(Rig rig, ServerProcess bot, Saves saves) =>
        [new(Bare, rig.Bare, saves.Request, Answers.Constant), new(Bot, bot, saves.Request, Answers.Saved, saves.Done)];

    public static IReadOnlyList<CaseId> Cases(int count) => [.. Enumerable.Range(1, count).Select(SeededStores.Id)];

    internal static Participant Person(int connection) => Cast.InTheMeeting[connection % Cast.InTheMeeting.Count];
}

/// <summary>Saves of new entries, each with other words, on one case after another. A form that is sent was drawn after all the saves
/// on its case that were answered by then.</summary>
internal sealed class Saves
{
    private readonly Rig rig;
    private readonly IReadOnlyList<FilledForm> forms;
    private readonly IReadOnlyList<CaseId> cases;
    private readonly int version;
    private readonly ConcurrentDictionary<int, int> saved = new();

    private Saves(Rig rig, IReadOnlyList<FilledForm> forms, IReadOnlyList<CaseId> cases, int version) =>
        (this.rig, this.forms, this.cases, this.version) = (rig, forms, cases, version);

    public long Acknowledged => saved.Values.Sum();

    /// <param name="version">Of every case, at the beginning.</param>
    public static async Task<Saves> PrepareAsync(Rig rig, ServerProcess bot, IReadOnlyList<CaseId> cases, int version)
    {
        var forms = new List<FilledForm>();
        foreach (var person in Cast.InTheMeeting)
        {
            forms.Add(await FilledForm.LearnAsync(bot, rig.Requests, person, cases[0]));
        }

        return new(rig, forms, cases, version);
    }

    public byte[] Request(int connection, long number)
    {
        var at = (int)(number % cases.Count);
        var data = forms[connection % forms.Count].Fill(cases[at], version + saved.GetValueOrDefault(at),
            $"The school rang at ten and told what was seen on the way home, and by whom: note {number}.");
        return rig.Requests.Submit(Turns.Person(connection), data, number);
    }

    public void Done(int connection, long number) =>
        saved.AddOrUpdate((int)(number % cases.Count), 1, (_, before) => before + 1);

    /// <summary>How many lines the store has of them, read from the disk by this process.</summary>
    public async Task<long> OnTheDiskAsync(string folder)
    {
        using var record = new SqliteRecord(Path.Combine(folder, "record.db"));
        var lines = 0L;
        foreach (var id in cases)
        {
            lines += (await record.ReadAsync(CaseCodec.StreamOf(id), version, default)).Count;
        }

        return lines;
    }
}
