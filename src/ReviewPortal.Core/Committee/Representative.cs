using System.Collections.Immutable;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Committee;

/// <summary>
/// Who speaks for the student in one case (Awb 2:1): from being named until being withdrawn. As long as somebody stands, letters name them and a copy goes to them (Awb 6:17).
/// </summary>
public sealed class Representative
{
    public Guid Id { get; init; }

    public CaseId Case { get; init; }

    public required string Name { get; init; }

    /// <summary>For whom they work; empty for somebody who helps by themselves.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Where copies of letters are sent, line by line.</summary>
    public required string Address { get; init; }

    public string Email { get; init; } = "";

    /// <summary>The student's declaration in words that this person may act; empty when a document says it.</summary>
    public string Declaration { get; set; } = "";

    /// <summary>The <see cref="Attachment"/> that says it; null when there is none.</summary>
    public Guid? Document { get; set; }

    public DateTimeOffset From { get; init; }

    public DateTimeOffset? Until { get; private set; }

    /// <summary>When the board asked for an authorisation in writing (Awb 2:1 lid 2); null while it did not.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public string? AskedByName { get; private set; }

    /// <summary>The board wants to see it in writing, and has not got it since.</summary>
    public bool IsToBeShown => AskedAt is not null && Document is null;

    /// <summary>Lines of the address, without empty ones.</summary>
    public ImmutableArray<string> Lines => [.. Address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Name and organisation, as a letter names them.</summary>
    public string FullName => Organisation.Length is 0 ? Name : $"{Name}, {Organisation}";

    public void End(DateTimeOffset now) => Until = now;

    public void Ask(Actor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        (AskedAt, AskedByName) = (now, by.Name);
    }
}

/// <summary>What the student fills in about a representative.</summary>
public sealed record RepresentativeDraft(string Name, string Organisation, string Address, string Email, string Declaration)
{
    /// <summary>Of the name, the organisation and the e-mail address each, in characters.</summary>
    public const int Longest = 200;

    /// <summary>Of the postal address, in characters; of its lines, <see cref="AddressLines.Most"/>.</summary>
    public const int LongestAddress = 400;

    private const int LongestDeclaration = 1000;

    public static readonly RepresentativeDraft Empty = new("", "", "", "", "");

    /// <summary>What letters and envelopes are to name.</summary>
    public string InLetters => $"{Name}\n{Organisation}\n{Address}";

    /// <summary>Enough to send a letter to: copies go by post (Awb 6:17).</summary>
    public bool IsReachable => !string.IsNullOrWhiteSpace(Name) && AddressLines.IsWhole(Address);

    public bool IsWithinBounds =>
        Name.Length <= Longest && Organisation.Length <= Longest && Email.Length <= Longest && Address.Length <= LongestAddress && AddressLines.Of(Address).Length <= AddressLines.Most && Declaration.Length <= LongestDeclaration;
}
