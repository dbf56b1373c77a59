using System.Globalization;

namespace ReviewPortal.Core.Necessity;

/// <summary>The number people use for a request: V (verzoek), the year and a running number, as in V-2026-0001.</summary>
public readonly record struct FacilityNumber
{
    private const int Digits = 4;

    public FacilityNumber(int year, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        Year = year;
        Sequence = sequence;
    }

    public int Year { get; }

    public int Sequence { get; }

    /// <returns>Null for anything else.</returns>
    public static FacilityNumber? Parse(string? text)
    {
        var parts = text?.Trim().Split('-');
        return parts is ["V" or "v", { Length: 4 } year, { Length: >= Digits } sequence]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y >= 2000
            && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s >= 1
            ? new FacilityNumber(y, s)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"V-{Year}-{Sequence:D4}");
}
