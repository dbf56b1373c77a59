namespace ReviewPortal.Benchmarks.Player;

/// <summary>A sitting to measure with: what was recorded, and what of it is known for certain.</summary>
/// <param name="Folder">The delivery.</param>
/// <param name="Films">In the order of the tracks: webcam, phone, screen. Empty where the recordings are not ours.</param>
internal sealed record Sitting(string Name, string Folder, double Seconds, IReadOnlyList<Film> Films, IReadOnlyList<double> Offsets)
{
    /// <summary>How many times over the portal gets the signals of the delivery.</summary>
    public int SignalsTimes { get; init; } = 1;

    public const double PhoneOffset = 3.2;
    public const double ScreenOffset = 1.7;

    /// <summary>How fast the clock of the phone runs in one of the sittings.</summary>
    public const double Fast = 1.0001;

    private const int Version = 2;

    /// <summary>Where generated recordings stay from run to run.</summary>
    public static string Cache { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"reviewportal-benchmarks-{Version}")).FullName;

    /// <summary>Half an hour, as recorders make it: a key frame every hundred frames.</summary>
    public static Task<Sitting> LongAsync() => ThreeAsync("LONG", 1800, Camera.Webcam, Camera.Phone, Camera.Screen);

    /// <summary>Ten minutes with a key frame every two seconds.</summary>
    public static Task<Sitting> FineAsync() => ThreeAsync("FINE", 600, Camera.Webcam.Fine, Camera.Phone.Fine, Camera.Screen.Fine);

    /// <summary>Ten minutes with a hundred thousand signals.</summary>
    public static Task<Sitting> SignalsAsync() => ThreeAsync("SIGNALS", 600, Camera.Webcam.Fine, Camera.Phone.Fine, Camera.Screen.Fine, signals: 100_000);

    /// <summary>Ten minutes of which nobody else watches anything.</summary>
    public static Task<Sitting> WatchedAsync() => ThreeAsync("WATCHED", 600, Camera.Webcam.Fine, Camera.Phone.Fine, Camera.Screen.Fine);

    /// <summary>Five minutes of which the screen has its frames at uneven distances, with holes of sixteen seconds.</summary>
    public static Task<Sitting> UnevenAsync() => ThreeAsync("UNEVEN", 300, Camera.Webcam, Camera.Phone, Camera.Screen, screenMoments: Film.Uneven(300 - ScreenOffset));

    /// <summary>Five minutes; the phone recorded nothing from second 60 to second 120 of its file.</summary>
    public static Task<Sitting> GapAsync() => ThreeAsync("GAP", 300, Camera.Webcam, Camera.Phone, Camera.Screen, phoneMoments: Film.Without(Film.Even(Camera.Phone, 300 - PhoneOffset), 60, 120));

    /// <summary>Half an hour; the clock of the phone runs fast by 100 millionths, and the delivery says what it told.</summary>
    public static Task<Sitting> SkewedAsync() => ThreeAsync("SKEWED", 1800, Camera.Webcam, Camera.Phone, Camera.Screen, phoneMoments: Film.Even(Camera.Phone, 1800 - PhoneOffset, Fast), phoneClock: Fast);

    /// <summary>One webcam recording of this size, whose pictures can be decoded.</summary>
    public static async Task<Sitting> LargeAsync(long bytes)
    {
        var camera = new Camera("large", 1280, 720, 20, 2500, 400, 100);
        var footage = await Footage.OfAsync(camera, Cache);
        var seconds = bytes / (footage.Frames.Sum(frame => frame.Length) / camera.Seconds);
        return await MakeAsync($"LARGE-{bytes / 1024 / 1024}", seconds, [new Film("webcam", footage, 0, Film.Even(camera, seconds), HasSound: true)], 0);
    }

    /// <summary>The same with a million: more than one delivery may bring, so the portal is given the signals of this one tenfold.</summary>
    public static async Task<Sitting> MillionAsync() => (await ThreeAsync("MILLION", 600, Camera.Webcam.Fine, Camera.Phone.Fine, Camera.Screen.Fine, signals: 100_000)) with { SignalsTimes = 10 };

    private static async Task<Sitting> ThreeAsync(string name, double seconds, Camera webcam, Camera phone, Camera screen, int[]? phoneMoments = null, int[]? screenMoments = null, int signals = 0, double phoneClock = 1) => await MakeAsync(
        name, seconds,
        [
            new("webcam", await Footage.OfAsync(webcam, Cache), 0, Film.Even(webcam, seconds), HasSound: true),
            new("phone", await Footage.OfAsync(phone, Cache), PhoneOffset, phoneMoments ?? Film.Even(phone, seconds - PhoneOffset)),
            new("screen", await Footage.OfAsync(screen, Cache), ScreenOffset, screenMoments ?? Film.Even(screen, seconds - ScreenOffset)),
        ],
        signals, phoneClock);

    private static async Task<Sitting> MakeAsync(string name, double seconds, IReadOnlyList<Film> films, int signals, double phoneClock = 1)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Cache, name)).FullName;
        var sitting = new Sitting(name, folder, seconds, films, [.. films.Select(film => film.Offset)]);
        if (File.Exists(Path.Combine(folder, "manifest.json"))) return sitting;
        foreach (var film in films) film.Write(Path.Combine(folder, film.Role + ".webm"));
        await Deliveries.WriteAsync(folder, name, seconds, films.Select(film => new Delivered(film.Role, film.Role + ".webm", film.Offset, film.Role is "phone" ? phoneClock : 1)), signals);
        return sitting;
    }
}
