using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Cases.Facts;

/// <summary>Who asks for the record of a case (P19, P41).</summary>
internal enum WhoAsks
{
    /// <summary>A child or an adult of the family, or somebody for them, for what is held about them (UK GDPR, article 15).</summary>
    Subject,

    /// <summary>Police or prosecution, for a criminal case.</summary>
    Police,

    /// <summary>A family court, or the authority's own lawyers for one.</summary>
    Court,

    Other,
}

/// <summary>Somebody asks for the record. Of a child where the envelope names one.</summary>
/// <param name="Who">Their name, and what they are.</param>
/// <param name="What">What they ask for, under which number.</param>
/// <param name="On">The day on which the authority had it.</param>
internal sealed record RecordAsked(WhoAsks Asker, string Who, string What, DateOnly On) : KeepingFact
{
    /// <summary>The adult whom it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdultId? Adult { get; init; }

    /// <summary>By when it is answered, where they or a court say so; a subject's month is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? By { get; init; }

    public override Fact Withheld() => this with { Who = "", What = "" };
}

/// <summary>Why a subject waits two months more: said to them within the first (UK GDPR, article 12).</summary>
/// <param name="Request">The number of the fact that asked.</param>
internal sealed record AnswerExtended(int Request, string Why) : KeepingFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>Agencies are asked whether their words may be given (P41).</summary>
/// <param name="By">A day. Silence stops nothing: the authority decides.</param>
internal sealed record AgenciesAsked(int Request, ValueList<Agency> Agencies, DateOnly By) : KeepingFact;

/// <summary>What an agency says of its own words; the authority decides.</summary>
/// <param name="MayGo">Whether all of them may be given.</param>
/// <param name="Why">Which not, and why.</param>
internal sealed record AgencyAnswered(int Request, Agency Agency, YesNo MayGo, string Why) : KeepingFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>How much of an agency's words is given.</summary>
internal enum GivenWords
{
    All,
    AllBut,
    None,
}

/// <summary>The authority decided on an agency's words (P41).</summary>
/// <param name="LeftOut">Of <see cref="GivenWords.AllBut"/>, the numbers of the facts that are left out.</param>
internal sealed record WordsDecided(int Request, Agency Agency, GivenWords Given, ValueList<int> LeftOut, string Why) : KeepingFact
{
    public override Fact Withheld() => this with { Why = "" };
}

/// <summary>It was given, or not.</summary>
/// <param name="How">To whom and how it was given; why nothing was.</param>
internal sealed record RequestAnswered(int Request, YesNo Given, DateOnly On, string How) : KeepingFact
{
    public override Fact Withheld() => this with { How = "" };
}
