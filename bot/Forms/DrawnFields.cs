namespace StrategyBot.Forms;

/// <summary>A part as it was drawn for one reader, with which of its fields are kept from them.</summary>
internal sealed record DrawnFields(Drawn Drawn, IReadOnlyList<Field> Fields, IReadOnlyDictionary<string, string> Withheld)
{
    public static DrawnFields Of<TForm>(IPage<TForm> part, FormPage page, TForm asked)
        where TForm : ICaseForm
    {
        var drawn = part.Draw(page, asked);
        drawn = drawn with { Body = [.. SheetStamp.Line(part, page), .. drawn.Body] };
        var fields = Field.All(drawn.Body);
        if (!page.View.IsCut)
        {
            return new(drawn, fields, new Dictionary<string, string>());
        }

        // What differs when nothing is kept from anybody is what is kept from this reader.
        var whole = Field.All(part.Draw(page.Uncut, asked).Body).ToDictionary(field => field.Id, field => field.Shown);
        return new(drawn, fields, fields.Where(field => whole.TryGetValue(field.Id, out var value) && !field.IsSame(field.Shown, value))
            .ToDictionary(field => field.Id, field => whole[field.Id]));
    }

    public Field? Find(string id) => Fields.FirstOrDefault(field => field.Id == id);

    /// <summary>The value of a field as it stands, also where the reader may not read it: for the rule only.</summary>
    public string Stands(string id) => Withheld.TryGetValue(id, out var kept) ? kept : Find(id)?.Shown ?? "";

    /// <summary>The body with each input replaced.</summary>
    /// <param name="draw">What stands in an input's place.</param>
    public static IReadOnlyList<CardElement> Replace(IEnumerable<CardElement> body, Func<CardInput, IReadOnlyList<CardElement>> draw) =>
        [.. body.SelectMany(element => element switch
        {
            CardInput input => draw(input),
            Container container => [container with { Items = Replace(container.Items, draw) }],
            _ => [element],
        })];
}
