using System.Net;
using Bunit;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Media.Caged;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Media.Caged;
using ReviewPortal.Web.Tests.Pages;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>What is measured is kept once, sealed with its recording, and moves nothing in the procedure.</summary>
public sealed class MeasureRecordingsTests
{
    // The first answer asks ffmpeg for its version, which takes a moment on a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_recording_is_measured_once_and_no_step_notices()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();

        Assert.Equal(3, await MeasureAllAsync(portal));

        var facts = await portal.ReadAsync(db => db.RecordingFacts.ToListAsync(Ct));
        Assert.All(facts, item => Assert.Equal((MeasuringEnd.Measured, RecordingFacts.Newest, portal.Clock.GetUtcNow()), (item.End, item.Version, item.MeasuredAt)));
        Assert.All(facts, item => Assert.StartsWith("ffmpeg ", item.MeasuredWith, StringComparison.Ordinal));
        Assert.Equal(0, await MeasureAllAsync(portal));
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
        Assert.Equal(0, await portal.Get<Manifest>().CheckAsync(Ct));
        Assert.True((await @case.AssignAsync()).IsDone);
        Assert.Empty(await portal.ReadAsync(db => db.VerifyCasesAsync(Ct)));
    }

    [Fact]
    public async Task What_an_older_way_found_is_measured_again()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await MeasureAllAsync(portal);
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE RecordingFacts SET Version = 0, Black = '[[1,2]]' WHERE Recording = (SELECT Id FROM Recordings WHERE Role = 'Webcam')");

        Assert.Equal(1, await MeasureAllAsync(portal));
        Assert.All(await portal.ReadAsync(db => db.RecordingFacts.ToListAsync(Ct)), item => Assert.Empty(item.Black));
    }

    [Fact]
    public async Task Whoever_is_stopped_halfway_has_kept_nothing_and_begins_again()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await portal.Get<Cage>().StateAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var listening = portal.Get<MeasuringProgress>().Listen(_ => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Get<MeasureRecordings>().RunOneAsync(stop.Token));

        Assert.False(await portal.ReadAsync(db => db.RecordingFacts.AnyAsync(Ct)));
        listening.Dispose();
        Assert.Equal(3, await MeasureAllAsync(portal));
    }

    [Fact]
    public async Task What_was_made_is_sealed_and_goes_with_its_recording()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await MeasureAllAsync(portal);
        var (derived, recording) = (portal.Get<DerivedFiles>(), await portal.ReadAsync(db => db.Recordings.SingleAsync(item => item.Role == TrackRole.Webcam, Ct)));
        var board = (await derived.ReadAsync(recording.Id, DerivedFiles.Storyboard, Ct))!;
        Assert.Equal([0xFF, 0xD8, 0xFF], board[..3]);
        Assert.NotNull(await derived.ReadAsync(recording.Id, DerivedFiles.Waveform, Ct));
        var atRest = await File.ReadAllBytesAsync(Path.Combine(portal.VaultFolder, recording.Id.ToString(), "storyboard.sealed"), Ct);
        Assert.Equal(-1, atRest.AsSpan().IndexOf(board.AsSpan(0, 12)));

        await portal.Get<RecordingVault>().DestroyAsync(recording.Id, Ct);

        Assert.Null(await derived.ReadAsync(recording.Id, DerivedFiles.Storyboard, Ct));
        Assert.False(await derived.WriteAsync(recording.Id, DerivedFiles.Storyboard, new MemoryStream(board), Ct));
        Assert.False(Directory.Exists(Path.Combine(portal.VaultFolder, recording.Id.ToString())));
    }

    [Fact]
    public async Task A_recording_that_is_damaged_at_rest_holds_nothing_up()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        var recording = await portal.ReadAsync(db => db.Recordings.OrderByDescending(item => item.Id).FirstAsync(Ct));
        var place = Path.Combine(portal.VaultFolder, recording.Id.ToString(), "original.sealed");
        var bytes = await File.ReadAllBytesAsync(place, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(place, bytes, Ct);

        await MeasureAllAsync(portal);

        Assert.Equal(2, await portal.ReadAsync(db => db.RecordingFacts.CountAsync(item => item.End == MeasuringEnd.Measured, Ct)));
        Assert.False(await portal.ReadAsync(db => db.RecordingFacts.AnyAsync(item => item.Recording == recording.Id, Ct)));
    }

    [Fact]
    public async Task The_sitting_shows_what_waits_and_then_what_was_measured()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        var @case = await portal.ImportedAsync();
        using var page = APage.For(portal, "coordinator");
        var card = page.Render<TrackFactsCard>(parameters => parameters.Add(item => item.Sitting, @case.Sitting));
        card.WaitForAssertion(() => Assert.Equal(3, card.FindAll("article").Count(item => item.TextContent.Contains("Wacht op meting", StringComparison.Ordinal))), Soon);

        await MeasureAllAsync(portal);

        card.WaitForAssertion(() => Assert.Equal(3, card.FindAll("article").Count(item => item.TextContent.Contains("Gemeten op", StringComparison.Ordinal))), Soon);
        // Who may not play sees the facts, and nothing of picture and sound.
        Assert.Empty(card.FindAll(".picture, svg.wave, footer"));
    }

    [Fact]
    public async Task Pictures_and_sound_are_opened_as_recordings_are_and_that_is_written_down()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        var (portal, @case) = await Stages.AtAsync(Stage.Reported);
        await using var closing = portal;
        await MeasureAllAsync(portal);
        using var page = APage.For(portal, "secretaris");
        var card = page.Render<TrackFactsCard>(parameters => parameters.Add(item => item.Sitting, @case.Sitting).Add(item => item.MayPlay, true));
        card.WaitForAssertion(() => Assert.Contains("Gemeten op", card.Markup, StringComparison.Ordinal), Soon);
        Assert.Empty(card.FindAll(".picture, svg.wave"));
        var before = await OpeningsAsync(portal);

        await card.Find("footer button").ClickAsync(new());

        card.WaitForAssertion(() =>
        {
            Assert.NotEmpty(card.FindAll(".picture"));
            Assert.NotEmpty(card.FindAll("svg.wave"));
        }, Soon);
        Assert.Equal(before + 1, await OpeningsAsync(portal));
    }

    [Fact]
    public async Task The_server_measures_by_itself_and_stops_when_it_is_told_to()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        using var worker = new MeasuringWorker(portal.Get<MeasureRecordings>(), portal.Get<Cage>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<MeasuringWorker>.Instance);
        await worker.StartAsync(Ct);
        for (var tries = 0; await portal.ReadAsync(db => db.RecordingFacts.CountAsync(Ct)) < 3; tries++)
        {
            Assert.True(tries < 600, "Nothing was measured in a minute");
            await Task.Delay(100, Ct);
        }

        await worker.StopAsync(Ct);
        Assert.True(worker.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Measuring_stands_still_while_somebody_watches_on_this_machine()
    {
        Assert.SkipUnless(Film.IsHere, "No ffmpeg");
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await WatchedAsync(portal, IPAddress.IPv6Loopback);

        var measuring = portal.Get<MeasureRecordings>().RunOneAsync(Ct);
        await Task.Delay(3000, Ct);
        var recordings = await portal.ReadAsync(db => db.Recordings.Select(recording => recording.Id).ToListAsync(Ct));
        Assert.Contains(0, recordings.Select(portal.Get<MeasuringProgress>().Of));
        Assert.DoesNotContain(recordings, recording => portal.Get<MeasuringProgress>().Of(recording) > 0);

        portal.Clock.Advance(WatchingHere.Pause);
        Assert.True(await measuring);
    }

    [Fact]
    public async Task Who_never_stops_watching_holds_it_up_for_an_hour_and_no_longer()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        using var opened = await OpenedAsync(portal);
        var watching = portal.Get<WatchingHere>();
        watching.Hear(opened, IPAddress.Loopback);
        var free = watching.Waiting()(Ct);

        portal.Clock.Advance(WatchingHere.Longest / 2);
        watching.Hear(opened, IPAddress.Loopback);
        await Task.Delay(1500, Ct);
        Assert.False(free.IsCompleted);

        portal.Clock.Advance(WatchingHere.Longest / 2);
        watching.Hear(opened, IPAddress.Loopback);
        await free.WaitAsync(Soon, Ct);
    }

    [Theory]
    [InlineData("192.0.2.7")]
    [InlineData(null)]
    public async Task Who_watches_from_elsewhere_holds_up_nothing(string? viewer)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        await WatchedAsync(portal, viewer is null ? null : IPAddress.Parse(viewer));
        Assert.True(portal.Get<WatchingHere>().Waiting()(Ct).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Without_ffmpeg_the_sitting_says_that_nothing_was_measured()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", "--Media:Programs=/nowhere");
        var @case = await portal.ImportedAsync();
        Assert.False(await portal.Get<MeasureRecordings>().RunOneAsync(Ct));
        using var page = APage.For(portal, "coordinator");
        var card = page.Render<TrackFactsCard>(parameters => parameters.Add(item => item.Sitting, @case.Sitting).Add(item => item.MayPlay, true));
        card.WaitForAssertion(() => Assert.Equal(3, card.FindAll("article").Count(item => item.TextContent.Contains("geen ffmpeg", StringComparison.Ordinal))), Soon);
    }

    private static Task<int> OpeningsAsync(APortal portal) => portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == OpenRecordings.Opened, Ct));

    private static async Task WatchedAsync(APortal portal, IPAddress? viewer)
    {
        using var opened = await OpenedAsync(portal);
        portal.Get<WatchingHere>().Hear(opened, viewer);
    }

    private static async Task<VirtualRecording> OpenedAsync(APortal portal)
    {
        var recording = await portal.ReadAsync(db => db.Recordings.FirstAsync(Ct));
        return (await portal.Get<RecordingVault>().OpenAsync(recording.Id, recording.Sha256, Ct))!;
    }

    private static async Task<int> MeasureAllAsync(APortal portal)
    {
        var measured = 0;
        while (await portal.Get<MeasureRecordings>().RunOneAsync(Ct)) measured++;
        return measured;
    }
}
