using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What a reviewer writes down about a moment.</summary>
public sealed record MarkedMoment(Guid Id, Fragment Fragment, string Ground, string Seen, string Inference, long? FromSignal)
{
    /// <summary>Further signals that belong to it.</summary>
    public ImmutableArray<long> Signals { get; init; } = [];

    /// <summary>Lines of the chat that are about it.</summary>
    public ImmutableArray<long> Messages { get; init; } = [];

    /// <summary>Pictures that come back with a mark that is brought back.</summary>
    public ImmutableArray<Guid> Exhibits { get; init; } = [];

    /// <summary>Signals that had been confirmed together with a mark that is brought back.</summary>
    public ImmutableArray<ConfirmedTogether> Confirmed { get; init; } = [];

    /// <summary>The words upon which this was written; null for a mark that is new or brought back.</summary>
    public MarkWords? Upon { get; init; }
}

/// <summary>What is written in a mark.</summary>
public sealed record MarkWords(string Seen, string Inference);

/// <summary>A reviewer marks a moment, changes the mark, or removes it. Each reviewer has marks of their own.</summary>
public sealed class Mark(CaseFiles files, OwnPasses passes)
{
    private const int MostLinks = 60;

    /// <summary>A mark lasts: of a moment without length nobody could see anything. In seconds.</summary>
    public const double Shortest = 0.1;

    public Task<Answer> KeepAsync(CaseId @case, MarkedMoment moment, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            if (CitizenNumbers.StandIn(file.Exam, moment.Seen, moment.Inference)) return Refuse(Requirement.NoCitizenNumber);
            file.StateLength(moment.Seen, StaffWords.Note);
            file.StateLength(moment.Inference, StaffWords.Note);
            if (file.Unfit is { } unfit) return unfit;
            if (GroundCatalogue.Find(moment.Ground) is not { } ground) return Refuse(Requirement.GroundOtherThanNetiquette);
            var hidden = (await passes.OfAsync(file.Db, file.Sitting.Id, by, ct)).Hidden;
            var mark = Own(file, moment.Id);
            // What was written meanwhile in another tab is not overwritten by who has not seen it.
            if (mark is not null && moment.Upon is { } upon && new MarkWords(mark.Seen, mark.Inference) is var now && now != upon && now != new MarkWords(moment.Seen, moment.Inference)) return Refused.Unkept(RefusalKind.ChangedMeanwhile);
            if (mark is null)
            {
                // The page makes the identity of a new mark; a message that names somebody else's must not reach it.
                if (await file.Db.Observations.AnyAsync(item => item.Id == moment.Id, ct)) return Refuse(Requirement.OwnReview);
                mark = await NewAsync(file, moment, hidden, ct);
            }

            mark.From = Math.Min(moment.Fragment.From, Math.Max(0, file.Sitting.Seconds - Shortest));
            mark.To = Math.Max(mark.From + Shortest, Math.Min(moment.Fragment.To, file.Sitting.Seconds));
            if (mark.Ground != ground.Code) (mark.Ground, mark.Catalogue) = (ground.Code, GroundCatalogue.Version);
            (mark.Seen, mark.Inference) = (moment.Seen, moment.Inference);
            (mark.Signals, mark.Messages) = (hidden ? [.. mark.Signals.Intersect(moment.Signals)] : await OfSittingAsync(file, moment, ct), [.. moment.Messages.Distinct().Intersect(file.Messages.Select(message => message.Id)).Take(MostLinks)]);
            mark.ChangedAt = file.Now;
            return null;
        },
        ct);

    /// <summary>With the mark go its pictures, and the confirmations that rest on it: of the signal that it was made from, and of those confirmed together with it.</summary>
    public Task<Answer> RemoveAsync(CaseId @case, Guid mark, PersonId by, CancellationToken ct) => files.PrepareReviewAsync(
        @case, by,
        async file =>
        {
            if (Own(file, mark) is not { } own) return null;
            file.Db.Remove(own);
            foreach (var exhibit in await ExhibitsAsync(file, mark, ct)) exhibit.RemovedAt ??= file.Now;
            var open = await file.Db.SignalAnswers.Where(item => item.Case == @case && item.By == by && item.Mark == mark && item.Signal != (own.FromSignal ?? 0)).ExecuteDeleteAsync(ct);
            // They were written down when they were confirmed together; so is that they are open again.
            if (open > 0) await file.Db.AuditAsync(file.Actor, "signals.withdraw", $"case/{@case}", new { number = file.Case.Number.ToString(), mark, signals = open }, file.Now, ct);
            if (own.FromSignal is { } signal && await AnswerAsync(file, signal, ct) is { Confirmed: true } answer) file.Db.Remove(answer);
            return null;
        },
        ct);

    private static Refused Refuse(Requirement missing) => Refused.Unkept(missing);

    private static Observation? Own(CaseFile file, Guid mark) =>
        file.AllObservations.FirstOrDefault(item => item.Id == mark && item.By == file.Actor.Id);

    // A mark made from a signal is that signal's confirmation: both are kept, or neither.
    private static async Task<Observation> NewAsync(CaseFile file, MarkedMoment moment, bool hidden, CancellationToken ct)
    {
        var fromHere = !hidden && moment.FromSignal is { } signal && await file.Db.Signals.AnyAsync(item => item.Id == signal && item.Sitting == file.Sitting.Id, ct);
        if (fromHere) await ConfirmAsync(file, moment.FromSignal!.Value, moment.Id, ct);
        var mark = new Observation { Id = moment.Id, Case = file.Case.Id, By = file.Actor.Id, Ground = moment.Ground, FromSignal = fromHere ? moment.FromSignal : null };
        file.Db.Add(mark);
        // Not those that had been taken away before it.
        foreach (var exhibit in await ExhibitsAsync(file, mark.Id, ct)) if (moment.Exhibits.Contains(exhibit.Id)) exhibit.RemovedAt = null;
        await AnswerSignals.BringBackAsync(file, moment.Id, hidden ? [] : moment.Confirmed, ct);
        return mark;
    }

    private static Task<List<Exhibit>> ExhibitsAsync(CaseFile file, Guid mark, CancellationToken ct) =>
        file.Db.Exhibits.Where(item => item.Case == file.Case.Id && item.Mark == mark && item.By == file.Actor.Id).ToListAsync(ct);

    // What a message names and another sitting has, is no link.
    private static async Task<ImmutableArray<long>> OfSittingAsync(CaseFile file, MarkedMoment moment, CancellationToken ct)
    {
        var asked = moment.Signals.Where(signal => signal != moment.FromSignal).Distinct().Take(MostLinks).ToArray();
        return asked.Length is 0 ? [] : [.. await file.Db.Signals.Where(item => item.Sitting == file.Sitting.Id && asked.Contains(item.Id)).OrderBy(item => item.At).Select(item => item.Id).ToListAsync(ct)];
    }

    private static async Task ConfirmAsync(CaseFile file, long signal, Guid mark, CancellationToken ct)
    {
        var answer = await AnswerAsync(file, signal, ct);
        if (answer is null)
        {
            answer = new SignalAnswer { Case = file.Case.Id, Signal = signal, By = file.Actor.Id, ByName = file.Actor.Name };
            file.Db.Add(answer);
        }

        (answer.Confirmed, answer.Reason, answer.Mark, answer.Act, answer.At) = (true, "", mark, null, file.Now);
    }

    private static Task<SignalAnswer?> AnswerAsync(CaseFile file, long signal, CancellationToken ct) =>
        file.Db.SignalAnswers.FirstOrDefaultAsync(item => item.Case == file.Case.Id && item.Signal == signal && item.By == file.Actor.Id, ct);
}
