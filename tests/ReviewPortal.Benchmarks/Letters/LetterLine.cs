using System.Collections.Immutable;
using System.Diagnostics;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Web.Tests.Pdf;

namespace ReviewPortal.Benchmarks.Letters;

/// <summary>
/// A decision letter of two pages as a PDF: from what is decided to the bytes, against programs that are given the same words as a web page. Warm is ours in a process
/// that has printed before; cold is a process for one letter on both sides. A peer that turns many pages in one process stands beside it.
/// </summary>
internal static class LetterLine
{
    public const string Once = "letter-once";
    private const int Warm = 200, Batch = 20;

    // The first sections of a decision, as many as two pages hold.
    private const int Sections = 4;

    public static async Task<IReadOnlyList<Row>> RunAsync(Asked asked)
    {
        var folder = Directory.CreateTempSubdirectory("letters");
        try
        {
            var pages = await WriteAsync(folder);
            var peers = LetterPeer.All.Where(peer => peer.IsHere).ToArray();
            foreach (var missing in LetterPeer.All.Except(peers)) await Console.Error.WriteLineAsync($"  {missing.Name} is not here and is left out");
            var own = await OwnAsync(folder);
            return await MeasureAsync(peers, pages, folder, own, asked.Repeats);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One letter in a process of its own.</summary>
    public static int PrintOnce(string file)
    {
        File.WriteAllBytes(file, Print());
        return 0;
    }

    private static byte[] Print() => new DocumentPrinter().Print(Letter(), SampleCase.Moment);

    private static Document Letter()
    {
        var letter = SampleCase.Letter(LetterKind.Valid, Language.Dutch);
        return letter with { Sections = letter.Sections[..Math.Min(Sections, letter.Sections.Length)] };
    }

    private static async Task<ImmutableArray<string>> WriteAsync(DirectoryInfo folder)
    {
        foreach (var font in (string[])["SourceSans3-Regular.ttf", "SourceSans3-SemiBold.ttf"])
        {
            await using var from = typeof(DocumentPrinter).Assembly.GetManifestResourceStream(typeof(DocumentPrinter).Assembly.GetManifestResourceNames().Single(name => name.EndsWith(font, StringComparison.Ordinal)))!;
            await using var to = File.Create(Path.Combine(folder.FullName, font));
            await from.CopyToAsync(to);
        }

        var page = LetterPage.Of(Letter(), folder.FullName);
        string[] files = [.. Enumerable.Range(0, Batch).Select(n => Path.Combine(folder.FullName, $"letter{n}.html"))];
        foreach (var file in files) await File.WriteAllTextAsync(file, page);
        return [.. files];
    }

    private static async Task<double> OwnAsync(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "ours.pdf");
        await File.WriteAllBytesAsync(file, Print());
        return new FileInfo(file).Length;
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(IReadOnlyList<LetterPeer> peers, ImmutableArray<string> pages, DirectoryInfo folder, double own, int repeats)
    {
        var (warm, cold) = (new List<double>(), new List<double>());
        var (peerWarm, peerCold) = (peers.ToDictionary(peer => peer, _ => new List<double>()), peers.ToDictionary(peer => peer, _ => new List<double>()));
        for (var repeat = -1; repeat < repeats; repeat++)
        {
            var ours = Time(() => { for (var n = 0; n < Warm; n++) Print(); }) / Warm;
            var first = await TimeAsync(() => LetterPeer.RunAsync(Environment.ProcessPath!, "--peer", Once, Path.Combine(folder.FullName, "once.pdf"), "-"));
            var theirs = new List<(LetterPeer Peer, double Warm, double Cold)>();
            foreach (var peer in peers)
                theirs.Add((peer, await TimeAsync(() => peer.PrintAsync(pages, folder)) / pages.Length, await TimeAsync(() => peer.PrintAsync(pages[..1], folder))));
            if (repeat < 0) continue;
            warm.Add(ours * 1000);
            cold.Add(first * 1000);
            foreach (var (peer, many, one) in theirs)
            {
                peerWarm[peer].Add(many * 1000);
                peerCold[peer].Add(one * 1000);
            }
        }

        double[] limit = [.. warm.Select(_ => 2.0)];
        return
        [
            new("a decision letter, warm", "2 ms", "ms", [.. warm], limit, Smaller: true, null, 1, $"{1000 / Row.Median([.. warm]):F0} letters/s, {own / 1024:F0} KiB, {LetterPeer.PagesOf(Path.Combine(folder.FullName, "ours.pdf"))} pages"),
            .. peers.Select(peer => new Row("a decision letter, warm", peer.Name + ", a process for it", "ms", [.. warm], [.. peerCold[peer]], Smaller: true, 1 / 50.0, null, $"{LetterPeer.PagesOf(peer.Made(pages[0], folder))} pages")),
            .. peers.Select(peer => new Row("a decision letter, warm", $"{peer.Name}, one of {Batch} in a process", "ms", [.. warm], [.. peerWarm[peer]], Smaller: true, null, null)),
            .. peers.Select(peer => new Row("a decision letter, cold", peer.Name + ", a process for it", "ms", [.. cold], [.. peerCold[peer]], Smaller: true, null, null)),
            .. peers.Where(peer => peer.Name is "weasyprint").Select(peer => new Row("its size", "weasyprint", "KiB", [own / 1024], [new FileInfo(peer.Made(pages[0], folder)).Length / 1024.0], Smaller: true, 1.5, null)),
        ];
    }

    private static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
