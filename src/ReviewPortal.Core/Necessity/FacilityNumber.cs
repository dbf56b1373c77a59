using ReviewPortal.Core.Cases;

namespace ReviewPortal.Core.Necessity;

/// <summary>The number people use for a request: V (verzoek) before a number like that of a case, as in V-2026-0001.</summary>
public readonly record struct FacilityNumber
{
    private readonly CaseNumber _number;

    public FacilityNumber(int year, int sequence) => _number = new CaseNumber(year, sequence);

    public int Year => _number.Year;

    public int Sequence => _number.Sequence;

    /// <returns>Null for anything else.</returns>
    public static FacilityNumber? Parse(string? text) =>
        text?.Trim() is ['V' or 'v', '-', >= '0' and <= '9', ..] number && CaseNumber.Parse(number[2..]) is { } found ? new FacilityNumber(found.Year, found.Sequence) : null;

    public override string ToString() => $"V-{_number}";
}
