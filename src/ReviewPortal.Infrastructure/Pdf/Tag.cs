namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>What a piece of the page is, for a screen reader: a structure type of ISO 32000-1, 14.8.4, with at most one attribute.</summary>
internal sealed record Tag(string Type, string? Owner = null, string? Attribute = null, string? Value = null)
{
    public static readonly Tag Title = new("H1");
    public static readonly Tag Heading = new("H2");
    public static readonly Tag Paragraph = new("P");
    public static readonly Tag Quotation = new("BlockQuote");
    public static readonly Tag Bullets = new("L", "List", "ListNumbering", "Disc");

    /// <summary>A dictionary list: the label of an item is its term.</summary>
    public static readonly Tag Facts = new("L", "List", "ListNumbering", "None");

    public static readonly Tag Item = new("LI");
    public static readonly Tag ItemLabel = new("Lbl");
    public static readonly Tag ItemBody = new("LBody");
    public static readonly Tag Table = new("Table");
    public static readonly Tag TableRow = new("TR");
    public static readonly Tag ColumnHead = new("TH", "Table", "Scope", "Column");
    public static readonly Tag TableCell = new("TD");
}
