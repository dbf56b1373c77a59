using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Review;

/// <summary>What both reviewers see side by side once the opinion has been given; before that nobody sees anything of it.</summary>
public sealed record ComparisonView(
    string FirstName, string SecondName, ImmutableArray<ComparedLine> Moments, int Agreed, ImmutableArray<RemarkLine> General, ImmutableArray<AnswersApart> Signals, bool MayDiscuss)
{
    /// <returns>Null as long as the second reviewer has not given an opinion, and for anybody but the two.</returns>
    public static async Task<ComparisonView?> OfAsync(CaseFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Assignment is not { Opinion: not null, SecondReviewer: { } second } review || !review.Involves(file.Actor.Id)) return null;
        var remarks = await file.RemarksAsync(ct);
        var comparison = file.Comparison;
        return new ComparisonView(
            review.ReviewerName, review.SecondReviewerName ?? "",
            [.. comparison.Moments.Select(pair => new ComparedLine(pair.Agreement, Line(pair.First), Line(pair.Second), [.. remarks.Where(item => pair.Is(item.FirstMark, item.SecondMark)).Select(RemarkLine.Of)]))],
            comparison.Agreed,
            [.. remarks.Where(item => item is { FirstMark: null, SecondMark: null }).Select(RemarkLine.Of)],
            await ApartAsync(file, review.Reviewer, second, ct),
            MayDiscuss: file.AskToPrepare(CaseAction.DiscussReview).IsDone);
    }

    private static MarkLine? Line(Observation? mark) => mark is null ? null : MarkLine.Of([mark], [])[0];

    // Where both answered and differ: what one of them did not answer says nothing.
    private static async Task<ImmutableArray<AnswersApart>> ApartAsync(CaseFile file, PersonId first, PersonId second, CancellationToken ct)
    {
        var id = file.Case.Id;
        var apart = await (
            from mine in file.Db.SignalAnswers
            join theirs in file.Db.SignalAnswers on mine.Signal equals theirs.Signal
            join signal in file.Db.Signals on mine.Signal equals signal.Id
            where mine.Case == id && theirs.Case == id && mine.By == first && theirs.By == second && mine.Confirmed != theirs.Confirmed
            orderby signal.At
            select new AnswersApart(signal.At, signal.Text, mine.Confirmed, mine.Reason, theirs.Confirmed, theirs.Reason)).ToListAsync(ct);
        return [.. apart];
    }
}

public sealed record ComparedLine(MarkAgreement Agreement, MarkLine? First, MarkLine? Second, ImmutableArray<RemarkLine> Remarks)
{
    public ComparedMoment Moment => new(First?.Id, Second?.Id);

    public double From => Math.Min(First?.Fragment.From ?? double.MaxValue, Second?.Fragment.From ?? double.MaxValue);
}

public sealed record RemarkLine(string By, DateTimeOffset At, string Text)
{
    public static RemarkLine Of(ReviewRemark remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return new(remark.ByName, remark.At, remark.Text);
    }
}

/// <summary>A signal that one of them confirmed and the other rejected.</summary>
public sealed record AnswersApart(double At, string Text, bool First, string FirstReason, bool Second, string SecondReason);
