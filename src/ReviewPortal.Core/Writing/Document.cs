using System.Collections.Immutable;

namespace ReviewPortal.Core.Writing;

/// <summary>What a letter or a report says, before it has a layout.</summary>
/// <param name="Title">The title shown in the window of a reader and in the metadata.</param>
/// <param name="Head">Sender, date, reference and addressee.</param>
/// <param name="Summary">What it comes to, in plain words at the top; null where a summary would be a verdict.</param>
/// <param name="Footer">The line at the foot of every page, left of the page number; a second one may stand below it.</param>
public sealed record Document(
    string Title,
    Language Language,
    DocumentHead Head,
    Summary? Summary,
    ImmutableArray<Section> Sections,
    string Footer)
{
    /// <summary>What the first heading says: the subject. The title when nothing else is given.</summary>
    public string Heading { get; init; } = Title;

    /// <summary>"Geachte ..." above a letter; null for a report, which greets nobody.</summary>
    public string? Salutation { get; init; }

    /// <summary>How it can be checked; null for what is not issued.</summary>
    public Verification? Verification { get; init; }

    /// <summary>A word such as "concept" across every page; null when the document is final.</summary>
    public string? Watermark { get; init; }
}

/// <param name="Sender">The organ in the letterhead, largest line first.</param>
/// <param name="Addressee">Name and address lines; empty for a report that is addressed to fixed recipients.</param>
/// <param name="Facts">Date, reference, subject and the like, as label and value.</param>
public sealed record DocumentHead(
    ImmutableArray<string> Sender,
    ImmutableArray<string> Addressee,
    ImmutableArray<Fact> Facts)
{
    /// <summary>The logo beside the sender as PNG; empty without one.</summary>
    public ImmutableArray<byte> Logo { get; init; } = [];
}

public sealed record Fact(string Label, string Value);

public sealed record Section(string Heading, ImmutableArray<Block> Blocks);
