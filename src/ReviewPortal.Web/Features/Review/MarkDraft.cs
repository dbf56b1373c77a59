using System.Collections.Immutable;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Web.Features.Review;

/// <summary>A mark while it is being written. Without a category it is no mark yet, and is not kept.</summary>
public sealed class MarkDraft
{
    public required Guid Id { get; init; }

    public double From { get; set; }

    public double To { get; set; }

    public Ground? Category { get; set; }

    public string Seen { get; set; } = "";

    public string Inference { get; set; } = "";

    /// <summary>The words that are kept, as far as this form knows; null before it was kept for the first time.</summary>
    public MarkWords? Kept { get; set; }

    public long? FromSignal { get; init; }

    public ImmutableArray<long> Signals { get; set; } = [];

    public ImmutableArray<long> Messages { get; set; } = [];

    /// <summary>What the signal says that led here, to have it in view while writing.</summary>
    public string SignalText { get; init; } = "";

    public static MarkDraft Of(MarkLine mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return new()
        {
            Id = mark.Id,
            From = mark.Fragment.From,
            To = mark.Fragment.To,
            Category = mark.Category,
            Seen = mark.Seen,
            Inference = mark.Inference,
            Kept = new MarkWords(mark.Seen, mark.Inference),
            FromSignal = mark.FromSignal,
            Signals = mark.Signals,
            Messages = mark.Messages,
        };
    }

    /// <summary>Moves a bound; the other one makes way, so that the end lies behind the beginning.</summary>
    public void Span(double from, double to, double length)
    {
        From = Math.Clamp(from, 0, Math.Max(0, length - Mark.Shortest));
        To = Math.Max(From + Mark.Shortest, Math.Clamp(to, 0, length));
    }

    /// <returns>Null as long as no category has been chosen.</returns>
    public MarkedMoment? ToMoment() =>
        Category is { } category ? new MarkedMoment(Id, new Fragment(From, To), category.Code, Seen, Inference, FromSignal) { Signals = Signals, Messages = Messages, Upon = Kept } : null;

    public MarkBar ToBar() => new(Id, From, To, MarkBar.LabelOf(Category), Category?.Name(Ui.Here.Language) ?? "", Open: true, Category?.Kind is GroundKind.Exculpatory, FromSignal);
}
