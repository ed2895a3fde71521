using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Graph;
using StrategyBot.Rules.Effects;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Graph;

public sealed class PostTests : GraphWorldTest
{
    private static readonly Letter Minutes = new(
        "minuting/distribute/m1/o'hara", [SandboxPeople.Police.Mail], "SB-2026-014 Heron", "The minutes are attached.", BodyIsHtml: false,
        [new("SB-2026-014.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Encoding.UTF8.GetBytes("docx"))]);

    private Post Post => World.Bot<Post>();

    [Fact]
    public async Task A_letter_arrives_with_its_attachment_and_without_its_key()
    {
        await Post.SendAsync(Minutes);

        var received = (await World.SeesAsync(SandboxPeople.Police, "mail")).Single()!;
        Assert.Equal("SB-2026-014 Heron", (string?)received["subject"]);
        Assert.Equal("SB-2026-014.docx", (string?)received["attachments"]![0]!["name"]);
        Assert.Equal(SandboxPeople.Minutes.Mail, (string?)received["from"]);
        Assert.DoesNotContain(Minutes.Key, received.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_found_by_its_key_and_by_no_other()
    {
        var id = await Post.SendAsync(Minutes);

        Assert.Equal(new LetterFound.Sent(id), await Post.FindAsync(Minutes.Key));
        Assert.Equal(new LetterFound.Nowhere(), await Post.FindAsync("minuting/distribute/m2"));
    }

    [Fact]
    public async Task Letters_whose_keys_begin_so_are_deleted_for_good_wherever_they_lie_and_no_others()
    {
        await Post.SendAsync(Minutes with { Key = "SB-2026-014/minuting/distribute/o'hara" });
        await World.FailAsync("POST", "/send", 403);
        await FailsAsync(() => Post.SendAsync(Minutes with { Key = "sb-2026-014/planning/tell-owner" }), EffectFailure.Refused, 403);
        var other = await Post.SendAsync(Minutes with { Key = "SB-2026-0145/minuting/distribute" });

        Assert.Equal(new LettersDeleted(2, 0, false), await Post.DeleteSomeAsync("SB-2026-014/"));

        Assert.Empty(await FolderAsync("drafts"));
        Assert.Equal(other, (string?)Assert.Single(await FolderAsync("sentitems"))!["id"]);
        Assert.Equal(new LettersDeleted(0, 0, false), await Post.DeleteSomeAsync("SB-2026-014/"));
    }

    [Fact]
    public async Task One_that_the_mailbox_does_not_give_up_is_counted_and_the_rest_goes()
    {
        await Post.SendAsync(Minutes with { Key = "SB-2026-014/a" });
        await Post.SendAsync(Minutes with { Key = "SB-2026-014/b" });
        await World.FailAsync("POST", "/permanentDelete", 403);

        Assert.Equal(new LettersDeleted(1, 1, false), await Post.DeleteSomeAsync("SB-2026-014/"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(504, true)]
    [InlineData(504, false)]
    [InlineData(503, false)]
    public async Task After_an_unknown_outcome_of_the_draft_one_letter_arrives(int status, bool done) =>
        await ArrivesOnceAsync("/messages", status, done,
            done ? new Func<string, LetterFound>(id => new LetterFound.Draft(id)) : _ => new LetterFound.Nowhere());

    [Theory]
    [InlineData(0, true)]
    [InlineData(504, true)]
    [InlineData(504, false)]
    [InlineData(503, false)]
    public async Task After_an_unknown_outcome_of_the_sending_one_letter_arrives(int status, bool done) =>
        await ArrivesOnceAsync("/send", status, done, done ? id => new LetterFound.Sent(id) : id => new LetterFound.Draft(id));

    [Fact]
    public async Task A_letter_refused_for_now_leaves_a_draft_and_the_next_attempt_sends_that()
    {
        await World.FailAsync("POST", "/send", 429, retryAfter: 60);

        await FailsAsync(() => Post.SendAsync(Minutes), EffectFailure.SurelyNotDone, 429);
        await Post.ResumeAsync(Minutes);

        Assert.Single(await World.SeesAsync(SandboxPeople.Police, "mail"));
        Assert.Empty(await FolderAsync("drafts"));
    }

    [Fact]
    public async Task A_letter_whose_address_was_refused_is_mended_in_its_draft_and_sent()
    {
        var bad = Minutes with { To = ["o\u2019brien@nhs.example"], Body = "Old link" };
        await FailsAsync(() => Post.SendAsync(bad), EffectFailure.Refused, 400);

        await Post.ResumeAsync(Minutes);

        var received = (await World.SeesAsync(SandboxPeople.Police, "mail")).Single()!;
        Assert.Equal("SB-2026-014.docx", (string?)received["attachments"]![0]!["name"]);
        Assert.DoesNotContain("Old link", received.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await FolderAsync("drafts"));
    }

    [Fact]
    public async Task A_letter_already_sent_is_not_sent_again()
    {
        var id = await Post.SendAsync(Minutes);

        Assert.Equal(id, await Post.ResumeAsync(Minutes));
        Assert.Single(await World.SeesAsync(SandboxPeople.Police, "mail"));
    }

    [Fact]
    public async Task Attachments_that_Graph_would_not_take_in_one_call_are_refused_before_it_is_asked()
    {
        var big = Minutes with { Attachments = [new("big.docx", "application/octet-stream", new byte[Letter.MaxAttachmentBytes + 1])] };

        await FailsAsync(() => Post.SendAsync(big), EffectFailure.Refused, 413);
        Assert.Empty(await FolderAsync("drafts"));
    }

    private async Task ArrivesOnceAsync(string path, int status, bool done, Func<string, LetterFound> then)
    {
        await World.FailAsync("POST", path, status, after: done);

        await FailsAsync(() => Post.SendAsync(Minutes), EffectFailure.Unknown, status);
        var found = await Post.FindAsync(Minutes.Key);
        var id = await Post.ResumeAsync(Minutes);

        Assert.Equal(then(id), found);
        Assert.Single(await World.SeesAsync(SandboxPeople.Police, "mail"));
        Assert.Single(await FolderAsync("sentitems"));
        Assert.Empty(await FolderAsync("drafts"));
    }

    private async Task<JsonArray> FolderAsync(string name) =>
        (await World.GetAsync($"/users/{SandboxPeople.Minutes.Mail}/mailFolders/{name}/messages"))["value"]!.AsArray();
}
