using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StrategyBot.Cases;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Tests.Architecture;

/// <summary>Whatever somebody typed, and each name, goes when its fact is sealed (P16); what stays is listed here, and why.</summary>
public sealed class SealableFactsTests
{
    private const string Planted = "planted ";

    [Fact]
    public void Whatever_is_typed_and_each_name_goes_with_a_seal()
    {
        var left = Facts().SelectMany(type => Strings(CaseCodec.ContentOf(((Fact)Made(type, type.Name)).Withheld())))
            .Where(text => text.StartsWith(Planted, StringComparison.Ordinal)).Select(text => text[Planted.Length..]).ToHashSet();
        var listed = Stays.SelectMany(one => one.Value).ToList();

        Assert.True(left.SetEquals(listed),
            $"Stays after a seal: {Lines(left.Except(listed))}\nGoes, and is listed: {Lines(listed.Except(left))}");
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    private static readonly Dictionary<string, string[]> Stays = new()
    {
        ["who began the case: that somebody wrote there, who and when stays"] =
        [
            "CaseOpened.Convener.ChannelId", "CaseOpened.Convener.Hours", "CaseOpened.Convener.JobTitle", "CaseOpened.Convener.Mail",
            "CaseOpened.Convener.Name", "CaseOpened.Convener.Name, planted CaseOpened.Convener.JobTitle, Children's social care",
            "CaseOpened.Convener.Organisation", "CaseOpened.Convener.Phone",
        ],
        ["what the procedure or the calendar says, and how the case is called"] =
        [
            "CalendarChanged.From", "CalendarChanged.Moved[].Clock", "CalendarChanged.Moved[].Label", "CalendarChanged.To",
            "CaseOpened.CalendarVersion", "CaseOpened.CheckWord", "CaseOpened.ProfileJson", "CaseOpened.Reference",
            "MeetingConvened.HoldByRule", "MeetingMoved.HoldByRule",
        ],
        ["an answer that is chosen: its id"] =
        [
            "CaseOpened.Urgent.Which[]", "CaseSystemSaid.Closure", "CircumstancesGiven.Area", "CircumstancesGiven.Category",
            "CircumstancesGiven.CauseFor.SharedWith[]", "CircumstancesGiven.Circumstances[]", "CircumstancesGiven.Features[]",
            "CircumstancesGiven.LimitFor.SharedWith[]", "ConveningFormCompleted.Area", "DutyDeskRung.Outcome", "EnquiryStepDone.Step",
            "EnquiryStepUndone.Step", "OfferNotNeeded.Offered", "PersonAsked.Gap", "UrgencyAnswered.Urgent.Which[]",
        ],
        ["the name of an authority"] =
        [
            "CircumstancesGiven.Authority",
        ],
        ["another case"] =
        [
            "CaseLinked.Other", "CaseUnlinked.Other", "ChildTakenOff.Other",
        ],
        ["a number that stands for it in its place: its hash, its key, where it stands outside"] =
        [
            "AppInstalled.ThreadId", "ChatFound.JoinUrl", "ChatFound.OnlineMeetingId", "ChatFound.ThreadId",
            "ChatReachable.ConversationId", "ChatReachable.ServiceUrl", "ChatReachable.TeamsMeetingId", "ConferenceEventCreated.EventId",
            "DocumentFetched.Ticket", "DocumentOffered.About", "DocumentOffered.Paper", "DocumentOffered.Session",
            "DocumentOffered.Ticket", "EffectAskedAgain.Key", "EffectNotDone.Key", "EffectSending.Key", "EffectSettled.Cause",
            "EffectSettled.Key", "EffectSettled.Receipt", "EffectSettled.Rung", "EventCreated.EventId", "HubShown.ActivityId",
            "HubShown.ConversationId", "HubShown.Face", "HubShown.Place", "HubShown.ServiceUrl", "LinkIssued.Key", "LinkIssued.Letter",
            "LinkIssued.Nonce", "LinkIssued.TokenHash", "LinkLocked.From", "LinkLocked.TokenHash", "LinkOpened.Session",
            "LinkOpened.TokenHash", "MinutesApproved.Digest", "ParticipantAdded.Participant.ChannelId", "PersonRecognised.ChannelId",
            "RecordExpired.Measures[].Row", "SessionEnded.Session", "WrongCodeTyped.From", "WrongCodeTyped.TokenHash",
        ],
        ["what it is about: an id within the case"] =
        [
            "ActionAgreed.Follows", "ActionAgreed.Own[].Of", "AnswersConfirmed.Whose", "AwaitedSaid.Heading", "FamilyCopyGiven.Reader",
            "FamilyCopyNotShared.Reader", "FamilyReaderSaid.Reader", "FamilyRowLeftOut.Reader", "FamilyRowTyped.Reader",
            "FamilyWordsTyped.Reader", "HandoverGiven.Whom", "HeadingAnswered.Heading", "HeadingSettled.Heading",
            "InformationPlaced.Heading", "ListRowGiven.About", "ListRowGiven.Heading", "MinutesEdited.Paragraph",
            "MinutesObjected.Paragraph", "OwnWordsCorrected.Paragraph", "PositionRecorded.Own[].Of", "RecordsSearched.Subject",
        ],
    };

    private static string Lines(IEnumerable<string> some) => string.Join('\n', some.Order(StringComparer.Ordinal));

    private static IEnumerable<Type> Facts() => typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract && type != typeof(ContentGone));

    /// <summary>One with each of its strings saying where it stands.</summary>
    private static object Made(Type type, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Made(value, path);
        }

        if (type == typeof(string))
        {
            return Planted + path;
        }

        if (type.IsEnum || type.IsPrimitive || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTimeOffset)
            || type == typeof(TimeSpan))
        {
            return Activator.CreateInstance(type)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            var of = type.GetGenericArguments()[0];
            var one = Array.CreateInstance(of, 1);
            one.SetValue(Made(of, path + "[]"), 0);
            return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!.MakeGenericMethod(of).Invoke(null, [one])!;
        }

        var constructor = type.GetConstructors().Where(one => !one.GetParameters().Any(parameter => parameter.ParameterType == type))
            .MaxBy(one => one.GetParameters().Length)!;
        // An id of ours is the one string that nobody typed, whatever names it.
        var made = type.IsValueType && constructor.GetParameters() is [{ ParameterType: { } only }] && only == typeof(string)
            ? constructor.Invoke(["x-1"])
            : constructor.Invoke([.. constructor.GetParameters().Select(one => Made(one.ParameterType, $"{path}.{one.Name}"))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite
            && one.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
            && !constructor.GetParameters().Any(parameter => parameter.Name == one.Name)))
        {
            property.SetValue(made, Made(property.PropertyType, $"{path}.{property.Name}"));
        }

        return made;
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(one => Strings(one.Value)),
        JsonArray all => all.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
