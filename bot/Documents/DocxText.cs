using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace StrategyBot.Documents;

/// <summary>What people typed, as runs of a document.</summary>
internal static class DocxText
{
    public static IEnumerable<Run> Runs(string text, bool bold = false)
    {
        var lines = Writable(text).Isolated().ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var run = new Run();
            if (bold)
            {
                run.Append(new RunProperties(new Bold()));
            }

            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
            yield return run;
        }
    }

    /// <summary>XML can't hold control characters and halves of characters; a pasted one must not cost the whole document.</summary>
    private static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                written.Append(text, i++, 2);
            }
            else
            {
                written.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return written.ToString();
    }
}
