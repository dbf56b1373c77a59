using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Media;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Review;

namespace ReviewPortal.Web.Tests;

/// <summary>Frames as a browser takes them, in which every point has another colour.</summary>
internal static class AnExhibit
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static byte[] Frame(int width = 160, int height = 90) => PngPicture.Of(width, height, Colour).Write();

    /// <summary>Of a point; never black.</summary>
    public static (byte Red, byte Green, byte Blue) Colour(int x, int y) => ((byte)((x * 37) + y), (byte)((y * 91) ^ x), (byte)(200 + ((x + y) % 50)));

    /// <summary>The first mark of a reviewer, and a moment of the laptop camera to put beside it.</summary>
    public static async Task<TakenFrame> AtAsync(APortal portal, ACase @case, string by = "reviewer", byte[]? png = null)
    {
        var who = portal.Who(by).Id;
        var mark = await portal.ReadAsync(db => db.Observations.Where(item => item.Case == @case.Id && item.By == who).Select(item => item.Id).FirstAsync(Ct));
        var recording = await portal.ReadAsync(db => db.Recordings.Where(item => item.Sitting == @case.Sitting && item.Role == TrackRole.Webcam).Select(item => item.Id).SingleAsync(Ct));
        return new(mark, recording, 1.2, png ?? Frame());
    }

    /// <summary>A picture of the first reviewer's that lies there whatever the state of the case.</summary>
    public static async Task<Guid> LaidAsync(APortal portal, ACase @case)
    {
        var (png, id, by) = (Frame(), Guid.NewGuid(), portal.Who("reviewer"));
        var recording = await portal.ReadAsync(db => db.Recordings.Where(item => item.Sitting == @case.Sitting).OrderBy(item => item.File).FirstAsync(Ct));
        Assert.True(await portal.Get<ExhibitFiles>().KeepAsync(recording.Id, id, png, Ct));
        await portal.Dbs.ChangeAsync(
            async db =>
            {
                db.Add(new Exhibit { Id = id, Case = @case.Id, Mark = Guid.NewGuid(), By = by.Id, ByName = by.Name, TakenAt = portal.Clock.GetUtcNow(), Recording = recording.Id, Role = recording.Role, At = 1, Width = 160, Height = 90, Sha256 = Convert.ToHexStringLower(SHA256.HashData(png)) });
                return await db.SaveChangesAsync(Ct);
            },
            Ct);
        return id;
    }

    public static async Task<Exhibit> TakenAsync(APortal portal, ACase @case, string by = "reviewer", byte[]? png = null)
    {
        var before = await portal.ReadAsync(db => db.Exhibits.Select(item => item.Id).ToListAsync(Ct));
        var (answer, problem) = await portal.Get<TakeExhibit>().RunAsync(@case.Id, await AtAsync(portal, @case, by, png), portal.Who(by).Id, Ct);
        Assert.Null(problem);
        await ACase.DoneAsync(Task.FromResult(answer!));
        return await portal.ReadAsync(db => db.Exhibits.SingleAsync(item => !before.Contains(item.Id), Ct));
    }
}
