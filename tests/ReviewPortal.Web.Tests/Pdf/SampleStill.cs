using System.Collections.Immutable;
using System.Security.Cryptography;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Tests;

namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>A frame of a drawn sitting beside an observation, with the face of who came in made unreadable.</summary>
internal static class SampleStill
{
    private static readonly ImmutableArray<byte> Png = [.. File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "ReviewPortal.Web.Tests", "Pdf", "still.png"))];

    public static ShownExhibit Shown { get; } = Of(SampleCase.Observations[0], SampleCase.File(TrackRole.Webcam));

    private static ShownExhibit Of(Observation mark, Recording recording) => new(
        1,
        new Exhibit
        {
            Mark = mark.Id, By = mark.By, ByName = "Mërgim Lukáš", TakenAt = new DateTimeOffset(2026, 11, 5, 9, 0, 0, TimeSpan.FromHours(1)), Recording = recording.Id, Role = TrackRole.Webcam, At = mark.From + 14.2, Width = 480, Height = 240,
            Sha256 = recording.Sha256, Masks = [new(99, 96, 48, 54, MaskReason.Bystander)],
        },
        Png,
        Convert.ToHexStringLower(SHA256.HashData(Png.AsSpan())));
}
