namespace ReviewPortal.Infrastructure.Pdf;

/// <summary>Where things stand on a sheet of A4; all in points from the top left corner.</summary>
internal static class Sheet
{
    private const double Mm = 72 / 25.4;

    public const double Width = 210 * Mm;
    public const double Height = 297 * Mm;

    /// <summary>A line of some 85 characters: wide enough for tables, narrow enough to find the next line.</summary>
    public static readonly Column Text = new(25 * Mm, 155 * Mm);

    public const double FirstTop = 17 * Mm;
    public const double Top = 24 * Mm;
    public const double Bottom = Height - (24 * Mm);
    public const double FooterBottom = Height - (13 * Mm);

    /// <summary>The window of an envelope shows the sheet from 45 to 90 mm below its top (DIN 5008, form B).</summary>
    public const double Window = 50 * Mm;
    public const double WindowWidth = 80 * Mm;
    public const double BelowWindow = 90 * Mm;
}

/// <summary>A vertical stretch of the page: where it begins and how wide it is, in points.</summary>
internal readonly record struct Column(double Left, double Width)
{
    public double Right => Left + Width;

    public Column Indented(double by) => new(Left + by, Width - by);

    public Column Inset(double by) => new(Left + by, Width - (2 * by));
}
