using System.Globalization;
using System.Text;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>A page as grey points, from black (0) to white (255).</summary>
internal sealed record PagePicture(int Width, int Height, byte[] Points)
{
    // Another version of the renderer smooths edges a little differently; a word that moved changes far more.
    private const int Clearly = 80;
    private const double Tolerated = 0.0008;

    public byte At(int x, int y) => Points[(y * Width) + x];

    /// <summary>Reads a PGM: "P5", width, height and the highest value, then a byte a point.</summary>
    public static PagePicture Read(byte[] pgm)
    {
        var (fields, at) = (new List<int>(), 2);
        while (fields.Count < 3)
        {
            while (char.IsWhiteSpace((char)pgm[at])) at++;
            var from = at;
            while (!char.IsWhiteSpace((char)pgm[at])) at++;
            fields.Add(int.Parse(Encoding.ASCII.GetString(pgm, from, at - from), CultureInfo.InvariantCulture));
        }

        return new(fields[0], fields[1], pgm[(at + 1)..]);
    }

    /// <returns>In what these pages differ; null when they look the same.</returns>
    public static string? Difference(IReadOnlyList<PagePicture> before, IReadOnlyList<PagePicture> after)
    {
        if (before.Count != after.Count) return $"there are {after.Count} pages instead of {before.Count}";
        for (var page = 0; page < before.Count; page++)
        {
            if ((before[page].Width, before[page].Height) != (after[page].Width, after[page].Height)) return $"page {page + 1} has another size";
            var (old, now) = (before[page].Points, after[page].Points);
            var other = old.Where((point, at) => Math.Abs(point - now[at]) > Clearly).Count();
            if (other > old.Length * Tolerated) return string.Create(CultureInfo.InvariantCulture, $"page {page + 1} looks different at {other} of {old.Length} points");
        }

        return null;
    }
}
