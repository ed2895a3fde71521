using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace StrategyBot.Documents;

/// <summary>What Word and a screen reader say of a file: its title, its language, when it was made.</summary>
internal static class DocxCore
{
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="madeAt">Never the time at which it was drawn: the same input is the same bytes (P19).</param>
    public static void Write(WordprocessingDocument document, string title, DateTimeOffset? madeAt)
    {
        var properties = new XElement(Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XElement(Dc + "title", title), new XElement(Dc + "language", "en-GB"),
            madeAt is { } at ? new XElement(Terms + "created", new XAttribute(Xsi + "type", "dcterms:W3CDTF"),
                at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) : null);
        using var stream = document.AddNewPart<CoreFilePropertiesPart>("rId2").GetStream(FileMode.Create);
        new XDocument(properties).Save(stream);
    }
}
