using System.Buffers.Binary;
using System.Text;
using StrategyBot.Documents;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

/// <summary>Which of a machine's fonts a PDF is set in.</summary>
public sealed class PdfFacesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static TrueTypeFace Regular => FontFactAttribute.Found!.Main;

    private static TrueTypeFace Bold => FontFactAttribute.Found!.Find(new('a'), isBold: true)!;

    [FontFact]
    public void The_named_folder_goes_before_what_the_machine_has()
    {
        Put("own.ttf", Named(Regular.File, "Northgate Sans"));
        Put("deep/own bold.TTF", Named(Bold.File, "Northgate Sans"));
        var found = FontFolder.Of("fonts", folder.Path);

        Assert.Equal("Northgate Sans", PdfFaces.Of(found.Files())!.Family);
        // One of them alone is no family, and what stands in its own folder is read whatever it is called.
        File.Delete(Path.Combine(folder.Path, "fonts", "deep", "own bold.TTF"));
        Assert.Equal(Regular.Family, PdfFaces.Of(found.Files())!.Family);
        Assert.Null(PdfFaces.Of((found with { Usual = [] }).Files()));
    }

    [FontFact]
    public void What_looks_like_Arial_is_taken_first()
    {
        IReadOnlyList<byte[]> Family(string name) => [Named(Regular.File, name), Named(Bold.File, name)];

        Assert.Equal("Liberation Sans",
            PdfFaces.Of([[.. Family("Aardvark"), .. Family("DejaVu Sans"), .. Family("Arial"), .. Family("Liberation Sans")]])!.Family);
        Assert.Equal("DejaVu Sans", PdfFaces.Of([[.. Family("Aardvark"), .. Family("DejaVu Sans")]])!.Family);
        Assert.Equal("Aardvark", PdfFaces.Of([[.. Family("Zebra"), .. Family("Aardvark")]])!.Family);
    }

    [FontFact]
    public void What_its_maker_lets_nobody_embed_is_not_used()
    {
        Assert.NotNull(PdfFaces.Of([[Regular.File, Bold.File]]));
        foreach (var rights in new ushort[] { 0x0002, 0x0100, 0x0200 })
        {
            Assert.Null(PdfFaces.Of([[Entitled(Regular.File, rights), Entitled(Bold.File, rights)]]));
        }

        Assert.NotNull(PdfFaces.Of([[Entitled(Regular.File, 0x0008), Entitled(Bold.File, 0x0004)]]));
    }

    /// <summary>A letter that the first family lacks is set in the next that has it; without one it isn't set at all.</summary>
    [FontFact]
    public void What_one_family_lacks_another_has()
    {
        TrueTypeFace[] known = [Regular, Bold];
        var lacking = known.Select(face => Without(Named(face.File, "Arial"), 'e')).ToList();
        var faces = PdfFaces.Of([lacking, [.. known.Select(face => face.File)]])!;
        var line = Assert.Single(SheetLine.Break(faces, 500,
            new SheetLine.Span("yes no", false, 10.5), new SheetLine.Span("yes", true, 10.5)));

        Assert.Equal("Arial", faces.Family);
        Assert.Equal([("y", "Arial"), ("e", Regular.Family), ("s", "Arial"), (" ", Regular.Family), ("no", "Arial"), ("y", "Arial"),
                ("e", Regular.Family), ("s", "Arial")],
            line.Runs.Select(run => (run.Text, run.Face.Family)));
        Assert.Equal([false, false, false, false, false, true, true, true], line.Runs.Select(run => run.Face.IsBold));
        Assert.True(faces.CanSet("yes"));
        Assert.False(PdfFaces.Of([lacking])!.CanSet("yes"));
    }

    [FontFact]
    public void A_broken_file_is_no_font()
    {
        Put("broken.ttf", Regular.File[..2_000]);
        Put("empty.ttf", []);
        Put("words.ttf", "This is no font, whatever it is called."u8.ToArray());

        Assert.Null(PdfFaces.Of((FontFolder.Of("fonts", folder.Path) with { Usual = [] }).Files()));
        Assert.NotNull(PdfFaces.Of(FontFolder.Of("fonts", folder.Path).Files()));
    }

    [Fact]
    public void Where_there_is_no_font_there_is_none() =>
        Assert.Null(PdfFaces.Of(new FontFolder(Path.Combine(folder.Path, "nowhere"), ["/nowhere either"]).Files()));

    public void Dispose() => folder.Dispose();

    private void Put(string name, byte[] content)
    {
        var file = Path.Combine(folder.Path, "fonts", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    /// <summary>The same face under another name, written behind its end.</summary>
    private static byte[] Named(byte[] file, string family)
    {
        var name = Encoding.BigEndianUnicode.GetBytes(family);
        byte[] table = [0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 1, 0, (byte)name.Length, 0, 0, .. name];
        byte[] changed = [.. file, .. table];
        var at = Table(file, "name");
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(at + 8), file.Length);
        BinaryPrimitives.WriteInt32BigEndian(changed.AsSpan(at + 12), table.Length);
        return changed;
    }

    private static byte[] Entitled(byte[] file, ushort rights)
    {
        byte[] changed = [.. file];
        BinaryPrimitives.WriteUInt16BigEndian(
            changed.AsSpan(BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Table(file, "OS/2") + 8)) + 8), rights);
        return changed;
    }

    /// <summary>The face without one letter and those before it in its stretch of letters, the blank too.</summary>
    private static byte[] Without(byte[] file, char letter)
    {
        byte[] changed = [.. file];
        short Number(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));
        var map = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Table(file, "cmap") + 8));
        var table = map + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Enumerable.Range(0, Number(map + 2))
            .Select(number => map + 4 + (number * 8)).First(at => Number(at) == 3 && Number(at + 2) == 1) + 4));
        var span = Number(table + 6);
        for (var segment = 0; segment < span; segment += 2)
        {
            if ((ushort)Number(table + 14 + segment) >= letter)
            {
                // The stretch begins behind it.
                BinaryPrimitives.WriteInt16BigEndian(changed.AsSpan(table + 16 + span + segment), (short)(letter + 1));
                break;
            }
        }

        return changed;
    }

    /// <summary>Where the file's list of its tables tells of one.</summary>
    private static int Table(byte[] file, string name) => Enumerable.Range(0, file[5]).Select(number => 12 + (number * 16))
        .First(at => Encoding.ASCII.GetString(file, at, 4) == name);
}
