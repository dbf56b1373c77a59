using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Letters;

namespace ReviewPortal.Infrastructure.Store;

/// <summary>What letters say of their sender today: the texts of the board's own faculty, else those of the institution, else the configuration.</summary>
public sealed class Institutions(Institution configured, PortalDbs dbs)
{
    private volatile FrozenDictionary<string, Institution>? _inForce;
    private int _generation;

    /// <summary>What holds as long as nobody has put texts in force.</summary>
    public Institution Configured => configured;

    /// <param name="faculty">As exams name it; <see cref="HouseTexts.Everybody"/> for the institution.</param>
    public async Task<Institution> OfAsync(string faculty, CancellationToken ct)
    {
        var known = _inForce ?? await ReadAsync(ct);
        return known.GetValueOrDefault(faculty) ?? known.GetValueOrDefault(HouseTexts.Everybody) ?? configured;
    }

    /// <summary>A version came in force: the next letter looks anew.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _inForce = null;
    }

    /// <summary>The words with the logo that goes with them.</summary>
    public static async Task<Institution> WholeAsync(PortalDb db, HouseTexts texts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(texts);
        byte[] logo = texts.Logo is { } hash ? await db.Files.Where(file => file.Sha256 == hash).Select(file => file.Content).SingleAsync(ct) : [];
        return texts.Content with { Version = texts.Id, Faculty = texts.Faculty, Logo = ImmutableArray.Create(logo) };
    }

    private async Task<FrozenDictionary<string, Institution>> ReadAsync(CancellationToken ct)
    {
        var generation = Volatile.Read(ref _generation);
        await using var db = await dbs.LookAsync(ct);
        var read = new Dictionary<string, Institution>(StringComparer.Ordinal);
        // The last of a faculty is the one that holds.
        foreach (var texts in await db.HouseTexts.Where(item => item.Number != null).OrderBy(item => item.Number).ToListAsync(ct)) read[texts.Faculty] = await WholeAsync(db, texts, ct);
        var known = read.ToFrozenDictionary(StringComparer.Ordinal);
        if (generation == Volatile.Read(ref _generation)) _inForce = known;
        return known;
    }
}
