namespace StrategyBot.Records;

/// <summary>Short words of one plain meaning, told apart by ear and by eye: birds, trees, plants, stones.</summary>
internal static class CheckWords
{
    private static readonly string[] All =
    [
        "Heron", "Maple", "Quartz", "Clover", "Falcon", "Willow", "Amber", "Bramble", "Curlew", "Cedar", "Granite", "Daisy", "Osprey",
        "Hazel", "Marble",
        "Fennel", "Plover", "Juniper", "Pebble", "Lavender", "Swallow", "Rowan", "Copper", "Nettle", "Linnet", "Poplar", "Garnet",
        "Primrose", "Merlin", "Alder",
        "Cobalt", "Thistle", "Wagtail", "Sycamore", "Jasper", "Saffron", "Kestrel", "Chestnut", "Silver", "Yarrow", "Dunlin", "Larch",
        "Basalt", "Bluebell",
        "Goldcrest", "Hawthorn", "Opal", "Foxglove", "Skylark", "Walnut", "Topaz", "Marigold", "Pipit", "Spruce", "Slate",
    ];

    /// <summary>The word for a reference. Neighbouring numbers never share one, so a slip of one digit is noticed.</summary>
    /// <remarks>21 has no factor in common with the 55 words, so that 55 numbers in a row have 55 words.</remarks>
    public static string For(int year, int number) => All[((year * 7) + (number * 21)) % All.Length];
}
