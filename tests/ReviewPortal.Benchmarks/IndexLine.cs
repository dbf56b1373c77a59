using System.Diagnostics;
using ReviewPortal.Infrastructure.Media;

namespace ReviewPortal.Benchmarks;

/// <summary>Finding out what is in a recording that lies in the page cache, against reading it and nothing else.</summary>
internal static class IndexLine
{
    private const long Bytes = 1_000_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync(Asked asked)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1024 * 1024)) LongRecording.Write(file, Bytes);
            var (ours, peer, allocated, blocks) = (new List<double>(), new List<double>(), new List<double>(), 0L);
            for (var repeat = -1; repeat < asked.Repeats; repeat++)
            {
                var (before, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
                await using (var stream = Open(path))
                {
                    var index = (MediaIndex)await MediaFile.IndexAsync(stream, default);
                    blocks = index.Tracks.Sum(track => track.Blocks);
                }

                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
                var read = await ReadAsync(path);
                if (repeat < 0) continue;
                ours.Add(seconds);
                allocated.Add(bytes / 1024.0 / 1024);
                peer.Add(read);
            }

            return
            [
                new("index of 1 GB of WebM", "3 s", "s", [.. ours], [.. ours.Select(_ => 3.0)], Smaller: true, 1, null, $"{blocks} blocks, {Row.Median([.. allocated]):F1} MiB allocated"),
                new("index of 1 GB of WebM", "reading it", "s", [.. ours], [.. peer], Smaller: true, null, null),
            ];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static async Task<double> ReadAsync(string path)
    {
        var (start, buffer) = (Stopwatch.GetTimestamp(), new byte[256 * 1024]);
        await using var stream = Open(path);
        while (await stream.ReadAsync(buffer) > 0)
        {
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
