using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Retention;

/// <summary>UU-EC-4: how long recordings are kept are rows with a source, and none has been confirmed yet (law.md 2.6).</summary>
public sealed class RetentionScheduleTests
{
    [Fact]
    public void Every_kind_of_recording_has_one_row_with_a_source_and_a_sentence() => Assert.All(Enum.GetValues<RetentionSubject>(), subject =>
    {
        var row = RetentionSchedule.Of(subject);
        Assert.NotEmpty(row.Basis);
        Assert.Contains($"{row.Days}", row.Sentence(Language.Dutch), StringComparison.Ordinal);
        Assert.Contains($"{row.Days}", row.Sentence(Language.English), StringComparison.Ordinal);
    });

    [Fact]
    public void What_was_reported_is_kept_until_the_decision_is_irrevocable()
    {
        Assert.Equal(RetentionStart.Irrevocable, RetentionSchedule.Of(RetentionSubject.RecordingWithReport).After);
        Assert.Equal(RetentionStart.Cleared, RetentionSchedule.Of(RetentionSubject.RecordingWithoutReport).After);
    }

    [Fact]
    public void No_row_is_called_confirmed_before_people_have_confirmed_it() => Assert.DoesNotContain(RetentionSchedule.Rows, row => row.Confirmed);
}
