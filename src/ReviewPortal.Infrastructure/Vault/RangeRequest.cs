using System.Globalization;
using System.Runtime.InteropServices;

namespace ReviewPortal.Infrastructure.Vault;

/// <summary>How a request for a stretch is answered.</summary>
public enum RangeAnswer
{
    /// <summary>All of it: 200.</summary>
    Whole,

    /// <summary>One stretch of it: 206.</summary>
    Part,

    /// <summary>A stretch that lies behind the end: 416.</summary>
    Unsatisfiable,
}

/// <summary>What the headers Range and If-Range ask for (RFC 9110, 13.1.5 and 14), applied to a length in bytes.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RangeRequest(RangeAnswer Answer, long From, long Count)
{
    private const string Unit = "bytes=";

    /// <param name="ifRange">Another tag than the present one, a weak one, or a date: the stretch would not fit to what the client has.</param>
    /// <param name="tag">Strong and in its quotes.</param>
    public static RangeRequest Parse(string? range, string? ifRange, string tag, long length)
    {
        var whole = new RangeRequest(RangeAnswer.Whole, 0, length);
        if (range is null || !range.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return whole;
        if (!string.IsNullOrEmpty(ifRange) && !string.Equals(ifRange.Trim(), tag, StringComparison.Ordinal)) return whole;

        // Several stretches at once contain a comma, are no numbers, and give the whole: no player asks for them.
        var stretch = range.AsSpan(Unit.Length).Trim(" \t");
        var dash = stretch.IndexOf('-');
        if (dash < 0) return whole;
        var (first, last) = (Number(stretch[..dash]), Number(stretch[(dash + 1)..]));
        return (first, last) switch
        {
            (null, { } count) when dash == 0 => Stretch(length - Math.Min(count, length), length - 1, length),
            ({ } from, { } to) when from <= to => Stretch(from, to, length),
            ({ } from, null) when dash == stretch.Length - 1 => Stretch(from, length - 1, length),
            _ => whole,
        };
    }

    private static RangeRequest Stretch(long from, long to, long length) => from >= length
        ? new RangeRequest(RangeAnswer.Unsatisfiable, 0, 0)
        : new RangeRequest(RangeAnswer.Part, from, Math.Min(to, length - 1) - from + 1);

    // Digits only. A number too large for 64 bits lies behind every end, as does the largest that fits.
    private static long? Number(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9')) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;
    }
}
