using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>Who writes and where remedies and help are to be had: from the configuration, until a secretary puts texts in force (<see cref="HouseTexts"/>).</summary>
public sealed record Institution
{
    private const string Portal = "ReviewPortal";

    public required BilingualText Name { get; init; }

    /// <summary>Whose portal an e-mail is from: while nobody filled in a name, the portal's own.</summary>
    public BilingualText NameOrPortal() => new(Inked.IsEmpty(Name.Dutch) ? Portal : Name.Dutch, Inked.IsEmpty(Name.English) ? Portal : Name.English);

    public required BilingualText Board { get; init; }

    /// <summary>Of the board of examiners: street, postal code and town, one line each.</summary>
    public ImmutableArray<string> Address { get; init; } = [];

    public required string Town { get; init; }

    /// <summary>Who decides on an enrolment (WHW 7.12b lid 2) and on an objection against that (WHW 7.63b).</summary>
    public BilingualText ExecutiveBoard { get; init; } = new("College van Bestuur", "Executive Board");

    public ImmutableArray<string> ExecutiveBoardAddress { get; init; } = [];

    /// <summary>Who decides on an appeal (WHW 7.60), and whose chair orders an interim measure (WHW 7.61 lid 6).</summary>
    public BilingualText AppealsBoard { get; init; } = new("College van beroep voor de examens", "Examination Appeals Board");

    public ImmutableArray<string> AppealsBoardAddress { get; init; } = [];

    /// <summary>The single desk where appeals are lodged (faciliteit, WHW 7.59a), with its address lines.</summary>
    public required BilingualText AppealsDesk { get; init; }

    public ImmutableArray<string> AppealsDeskAddress { get; init; } = [];

    /// <summary>Where a student finds help: study adviser, dean of students, ombudsperson.</summary>
    public required BilingualText Support { get; init; }

    /// <summary>The address of the privacy statement.</summary>
    public required string PrivacyStatement { get; init; }

    /// <summary>The logo in the letterhead as PNG; empty without one.</summary>
    [JsonIgnore]
    public ImmutableArray<byte> Logo { get; init; } = [];

    /// <summary>The version of the texts in force; null when they come from the configuration.</summary>
    [JsonIgnore]
    public Guid? Version { get; init; }

    /// <summary>For whose board these texts were written; <see cref="HouseTexts.Everybody"/> when they hold for every board.</summary>
    [JsonIgnore]
    public string Faculty { get; init; } = HouseTexts.Everybody;
}

public sealed record BilingualText(string Dutch, string English)
{
    public string In(Language language) => language is Language.English ? English : Dutch;
}
