using System.Diagnostics;
using System.Security.Cryptography;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Benchmarks;

/// <summary>Random stretches of one recording: as the portal serves it, sealed and to those who may, against plain files.</summary>
internal static class ServingLine
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<Row>> RunAsync(Asked asked)
    {
        var folder = Directory.CreateTempSubdirectory("bench");
        try
        {
            var delivery = await BenchPortal.DeliveryAsync(folder, asked.Bytes);
            var file = Path.Combine(delivery, "webcam.webm");
            var length = new FileInfo(file).Length;
            var recording = (await BenchPortal.FillAsync(Path.Combine(folder.FullName, "data"), [delivery])).Single().Recordings.Single().Id;
            using var portal = await ServeAsync("ReviewPortal.Web.dll", url => ["--data", Path.Combine(folder.FullName, "data"), "--environment", "Development", "--urls", url]);
            using var results = await ServeAsync("ReviewPortal.Benchmarks.dll", url => ["--peer", KestrelPeer.ResultsFile, file, url]);
            using var own = await ServeAsync("ReviewPortal.Benchmarks.dll", url => ["--peer", KestrelPeer.OwnWay, file, url]);
            using var bare = await ServeAsync("ReviewPortal.Benchmarks.dll", url => ["--peer", KestrelPeer.BareCipher, file, url]);
            using var nginx = await NginxAsync(folder.FullName, delivery);
            var sides = new List<Side>
            {
                new("portal", portal, new(portal.Port, Links.Media(recording), length) { Cookie = await BenchPortal.SignInAsync(portal.Port) }),
                new("Results.File", results, new(results.Port, "/recording.webm", length)),
                new("bare cipher", bare, new(bare.Port, "/recording.webm", length)),
                new("own way, plain", own, new(own.Port, "/recording.webm", length)),
            };
            if (nginx is not null) sides.Add(new("nginx", nginx, new(nginx.Port, "/webcam.webm", length)));
            Server.StandAside(aside: true);
            foreach (var side in Enumerable.Repeat(sides, 3).SelectMany(all => all))
            {
                await side.Load.RunAsync(64 * 1024, WarmingUp);
                await side.Load.RunAsync(1024 * 1024, WarmingUp);
                await side.Server.QuietAsync();
            }

            var rows = new List<Row>();
            var cipher = CipherCost();
            foreach (var (stretch, floor, aim) in new[] { (1024 * 1024, 0.35, 0.50), (64 * 1024, 0.45, 0.60) }) rows.AddRange(await CompareAsync(sides, stretch, floor, aim, cipher, asked.Repeats));
            return rows;
        }
        finally
        {
            Server.StandAside(aside: false);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IEnumerable<Row>> CompareAsync(IReadOnlyList<Side> sides, int stretch, double floor, double aim, double cipher, int repeats)
    {
        var speed = sides.ToDictionary(side => side.Name, _ => new List<double>());
        var cost = sides.ToDictionary(side => side.Name, _ => new List<double>());
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            foreach (var side in sides)
            {
                var before = side.Server.CpuSeconds;
                var megabytes = await side.Load.RunAsync(stretch, Turn);
                speed[side.Name].Add(megabytes);
                cost[side.Name].Add((side.Server.CpuSeconds - before) / (megabytes * Turn.TotalSeconds / 1000));
            }
        }

        var what = $"ranges of {stretch / 1024} KiB";
        Row Of(string ours, string peer, double? least, double? goal) =>
            new($"{ours}: {what}", peer, "MB/s", [.. speed[ours]], [.. speed[peer]], Smaller: false, least, goal, $"processor {Row.Median([.. cost[ours]]):F2} against {Row.Median([.. cost[peer]]):F2} s/GB{(ours is "portal" ? $", of which the cipher alone {cipher:F2}" : "")}{(Server.IsPinned ? "" : ", not pinned")}");
        var rows = new List<Row>();
        if (speed.ContainsKey("nginx")) rows.Add(Of("portal", "nginx", floor, aim));
        rows.Add(Of("portal", "bare cipher", stretch > 64 * 1024 ? 0.70 : 0.45, stretch > 64 * 1024 ? 0.85 : 0.60));
        rows.Add(Of("portal", "Results.File", stretch > 64 * 1024 ? 1.0 : null, null));
        rows.Add(Of("own way, plain", "Results.File", stretch > 64 * 1024 ? 1.5 : null, stretch > 64 * 1024 ? 1.8 : null));
        return rows;
    }

    // What opening one chunk after the other costs by itself, in seconds for a gigabyte: no server of sealed recordings can be cheaper.
    private static double CipherCost()
    {
        using var cipher = new AesGcm(new byte[32], 16);
        var (nonce, chunk, plain, tag) = (new byte[12], new byte[16 * 1024], new byte[16 * 1024], new byte[16]);
        cipher.Encrypt(nonce, plain, chunk, tag);
        var (start, opened) = (Stopwatch.GetTimestamp(), 0L);
        for (; Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1); opened += chunk.Length) cipher.Decrypt(nonce, chunk, tag, plain);
        return Stopwatch.GetElapsedTime(start).TotalSeconds / (opened / 1e9);
    }

    private static Task<Server> ServeAsync(string program, Func<string, string[]> arguments)
    {
        var port = Server.FreePort();
        return Server.StartAsync(port, ["dotnet", Path.Combine(AppContext.BaseDirectory, program), .. arguments($"http://127.0.0.1:{port}")]);
    }

    private static async Task<Server?> NginxAsync(string folder, string root)
    {
        var program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx" }.FirstOrDefault(File.Exists);
        if (program is null) return null;
        var port = Server.FreePort();
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(name => $"{name}_temp_path {folder}/{name};\n"));
        var settings = Path.Combine(folder, "nginx.conf");
        // tcp_nopush off: with it, small stretches wait for an acknowledgement.
        await File.WriteAllTextAsync(settings, $$"""
            {{(Environment.UserName is "root" ? "user root;" : "")}}
            worker_processes 1; daemon off; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log;
            events { worker_connections 256; }
            http {
              {{temporary}}
              access_log off; sendfile on; tcp_nopush off; tcp_nodelay on; keepalive_requests 100000000; default_type video/webm;
              server { listen 127.0.0.1:{{port}}; root {{root}}; }
            }
            """);
        return await Server.StartAsync(port, program, "-c", settings, "-e", Path.Combine(folder, "nginx.log"));
    }

    private sealed record Side(string Name, Server Server, RangeLoad Load);
}
