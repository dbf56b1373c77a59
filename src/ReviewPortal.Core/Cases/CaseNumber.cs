using System.Globalization;

namespace ReviewPortal.Core.Cases;

/// <summary>The number people use for a case: the year and a running number, as in 2026-0158.</summary>
public readonly record struct CaseNumber : IComparable<CaseNumber>
{
    private const int Digits = 4;

    public CaseNumber(int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        Year = year;
        Sequence = sequence;
    }

    public int Year { get; }

    public int Sequence { get; }

    public static CaseNumber? Parse(string? text)
    {
        var parts = text?.Trim().Split('-');
        return parts is [{ Length: 4 } year, { Length: >= Digits } sequence]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y >= 2000
            && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s >= 1
            ? new CaseNumber(y, s)
            : null;
    }

    public int CompareTo(CaseNumber other) => (Year, Sequence).CompareTo((other.Year, other.Sequence));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Sequence:D4}");

    public static bool operator <(CaseNumber left, CaseNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(CaseNumber left, CaseNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(CaseNumber left, CaseNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CaseNumber left, CaseNumber right) => left.CompareTo(right) >= 0;
}
