using StrategyBot.Rules;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

/// <summary>The partners, kept by the authority as Outlook contacts of one mailbox, so that changing them needs no release.</summary>
internal sealed class PartnerDirectory(GraphConnection graph, GraphSettings settings)
{
    private const string DutyDesk = "Duty desk", Deputy = "Deputy";

    private const int PageSize = 100;

    private static readonly string[] Fields =
    [
        "id", "displayName", "emailAddresses", "categories", "jobTitle", "companyName", "department", "businessPhones", "mobilePhone",
        "personalNotes",
    ];

    public async Task<ValueList<Contact>> ContactsAsync(CancellationToken cancellationToken = default)
    {
        var contacts = graph.Sdk.Users[settings.DirectoryMailbox].Contacts;
        var page = await contacts.GetAsync(
            request =>
            {
                request.QueryParameters.Select = Fields;
                request.QueryParameters.Top = PageSize;
            },
            cancellationToken);
        var found = new List<Contact>();
        for (; page is not null; page = page.OdataNextLink is { } next
            ? await contacts.WithUrl(next).GetAsync(cancellationToken: cancellationToken)
            : null)
        {
            found.AddRange((page.Value ?? []).Select(Read));
        }

        return found.ToValueList();
    }

    private static Contact Read(Sdk.Contact contact)
    {
        var categories = contact.Categories ?? [];
        return new(
            contact.Id ?? "",
            MailAddress.Visible(contact.DisplayName),
            // The first may be empty, or a mailbox's inner name (/o=ExchangeLabs/…) that nobody outside can write to.
            (contact.EmailAddresses ?? []).Select(one => MailAddress.Within(one.Address)?.Value).OfType<string>().FirstOrDefault() ?? "",
            categories.Find(category => !Is(category, DutyDesk) && !Is(category, Deputy)) ?? "",
            contact.JobTitle ?? "",
            contact.CompanyName ?? "",
            contact.Department ?? "",
            contact.BusinessPhones?.FirstOrDefault() ?? "",
            contact.MobilePhone ?? "",
            contact.PersonalNotes ?? "",
            categories.Exists(category => Is(category, DutyDesk)),
            categories.Exists(category => Is(category, Deputy)));
    }

    // People type categories by hand.
    private static bool Is(string category, string known) => category.Trim().Equals(known, StringComparison.OrdinalIgnoreCase);
}
