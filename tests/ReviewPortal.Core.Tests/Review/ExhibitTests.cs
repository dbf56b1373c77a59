using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;

namespace ReviewPortal.Core.Tests.Review;

public sealed class ExhibitTests
{
    /// <summary>UU-NET-2: a picture of somebody's clothes goes nowhere; neither does one whose mark says nothing yet.</summary>
    [Fact]
    public void Pictures_of_what_the_record_states_are_numbered_in_order_of_time_and_others_get_no_number()
    {
        Observation[] marks = [A.Mark("OTHER_PERSON"), A.Mark("EXCULPATORY", 100, 110), A.Mark("NETIQUETTE", 10, 20), A.Mark("SOUND", 5, 6, seen: " ")];
        Exhibit[] exhibits =
        [
            Of(marks[0], 2500), Of(marks[1], 105), Of(marks[2], 12), Of(marks[3], 5.5), Of(marks[0], 2499),
            Of(marks[0], 2498, removed: true), Of(A.Mark("OTHER_PERSON", 1, 2), 1),
        ];
        Assert.Equal([(1, 105), (2, 2499), (3, 2500)], Exhibits.Numbered(marks, exhibits).Select(item => (item.Number, (int)item.Exhibit.At)));
    }

    [Theory]
    [InlineData(-5, -5, 20, 20, 0, 0, 15, 15)]
    [InlineData(90, 40, 50, 50, 90, 40, 10, 10)]
    [InlineData(10, 10, int.MaxValue, int.MaxValue, 10, 10, 90, 40)]
    [InlineData(0, 0, 100, 50, 0, 0, 100, 50)]
    public void A_mask_is_cut_to_the_picture(int left, int top, int width, int height, int fromLeft, int fromTop, int wide, int high) =>
        Assert.Equal(new Mask(fromLeft, fromTop, wide, high, MaskReason.Bsn), new Mask(left, top, width, height, MaskReason.Bsn).Within(100, 50));

    [Theory]
    [InlineData(100, 0, 5, 5)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(10, 10, -3, 5)]
    [InlineData(int.MinValue, 0, 5, 5)]
    public void A_mask_that_covers_nothing_is_none(int left, int top, int width, int height) =>
        Assert.Null(new Mask(left, top, width, height, MaskReason.Other).Within(100, 50));

    private static Exhibit Of(Observation mark, double at, bool removed = false) => new()
    {
        Id = Guid.NewGuid(), Case = A.CaseId, Mark = mark.Id, By = Who.Reviewer.Id, ByName = Who.Reviewer.Name, Role = TrackRole.Webcam, At = at, Width = 100, Height = 50,
        Sha256 = new string('c', 64), RemovedAt = removed ? A.End : null,
    };
}
