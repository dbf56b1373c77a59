using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>Which proposals to end the enrolment got out: those that a letter told. What one member signed and nobody signed after, is the board's own (Awb 3:40).</summary>
public sealed class ToldProposals
{
    private readonly IReadOnlyList<CaseEvent> _events;
    private readonly IReadOnlyList<DateTimeOffset> _letters;

    private ToldProposals(IReadOnlyList<CaseEvent> events, IReadOnlyList<DateTimeOffset> letters) => (_events, _letters) = (events, letters);

    /// <param name="events">Of the case, in order, with every <see cref="CaseAction.ProposeTermination"/>.</param>
    public static async Task<ToldProposals> OfAsync(PortalDb db, CaseId @case, IReadOnlyList<CaseEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return new(events, await db.Letters.Where(letter => letter.Case == @case && (letter.Kind == LetterKind.FraudProposal || letter.Kind == LetterKind.TerminationProposed)).Select(letter => letter.PublishedAt).ToListAsync(ct));
    }

    /// <summary>The proposal went out in the same step, as it did before a second member had to sign.</summary>
    public bool WentAtOnce(CaseEvent proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return _letters.Contains(proposed.At);
    }

    /// <summary>Any other step is told whatever became of the proposal.</summary>
    public bool Tell(CaseEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Action switch
        {
            CaseAction.ProposeTermination => Between(item, _events.FirstOrDefault(next => next.Action is CaseAction.ProposeTermination && next.Version > item.Version)?.At),
            CaseAction.WithdrawTermination => _events.LastOrDefault(first => first.Action is CaseAction.ProposeTermination && first.Version < item.Version) is { } first && Between(first, item.At),
            _ => true,
        };
    }

    private bool Between(CaseEvent first, DateTimeOffset? end) => _letters.Any(at => at >= first.At && !(at >= end));
}
