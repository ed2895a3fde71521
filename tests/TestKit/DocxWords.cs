using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace StrategyBot.Tests.TestKit;

/// <summary>What a Word document says, once the Open XML SDK finds no fault in it.</summary>
internal static class DocxWords
{
    public static string Valid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
            .Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
