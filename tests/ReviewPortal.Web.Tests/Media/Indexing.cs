using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Web.Tests.Media;

internal static class Indexing
{
    public static string Recording(string name) => Path.Combine(AppContext.BaseDirectory, "Media", "Recordings", name);

    public static async Task<IndexResult> TryIndexAsync(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return await MediaFile.IndexAsync(stream, TestContext.Current.CancellationToken);
    }

    public static async Task<MediaIndex> IndexAsync(byte[] file) => Assert.IsType<MediaIndex>(await TryIndexAsync(file));

    public static async Task<MediaRefusalReason> RefusalAsync(byte[] file) => Assert.IsType<MediaRefusal>(await TryIndexAsync(file)).Reason;

    /// <summary>What a player gets to see.</summary>
    public static byte[] Served(this MediaIndex index, byte[] file) => [.. index.Prefix.Span, .. file.AsSpan((int)index.ServedFrom..(int)index.ServedTo)];

    public static uint[] All(this FrameTimes frames) => [.. Enumerable.Range(0, frames.Count).Select(frame => frames[frame])];

    public static int[] Keys(this FrameTimes frames) => [.. Enumerable.Range(0, frames.Count).Where(frames.IsKey)];
}
