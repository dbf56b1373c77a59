using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>Why texts were not kept or not put in force.</summary>
public enum HouseObjection
{
    /// <summary>Only the board's secretary writes them.</summary>
    NotYours,

    /// <summary>Somebody else wrote in them, or put a version in force, since they were opened.</summary>
    Overtaken,
    Missing,
    TooLong,

    /// <summary>A character that no font of the letters has.</summary>
    Unprintable,
    NoPicture,
    NoWhy,
    NothingChanged,
}

/// <param name="Fields">Which fields it is about, where it is about fields.</param>
public sealed record HouseRefusal(HouseObjection Why, ImmutableArray<(HouseField Field, Language Language)> Fields)
{
    public HouseRefusal(HouseObjection why)
        : this(why, [])
    {
    }
}

/// <summary>The texts of a board: what is in force, what is being written, and every version before.</summary>
/// <param name="InForce">The words that letters have today, from wherever they come.</param>
/// <param name="Own">Whether this board has texts of its own; otherwise those of the institution hold.</param>
/// <param name="Draft">What is being written; null when nobody is writing.</param>
public sealed record HouseTextsView(string Faculty, Institution InForce, bool Own, HouseTexts? Draft, ImmutableArray<HouseTexts> Versions);

/// <summary>Where the board's secretary writes what letters say of the sender, of remedies and of help, and puts it in force.</summary>
public sealed class HouseTextsDesk(PortalDbs dbs, Institutions institutions, TimeProvider clock)
{
    private const int LongestWhy = 500;

    /// <summary>Every faculty that has exams here: each has a board (WHW 7.12).</summary>
    public async Task<ImmutableArray<string>> FacultiesAsync(CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return [.. await db.Exams.Select(exam => exam.Faculty).Where(faculty => faculty != HouseTexts.Everybody).Distinct().OrderBy(faculty => faculty).ToListAsync(ct)];
    }

    /// <returns>Null for who may not see them.</returns>
    public async Task<HouseTextsView?> ViewAsync(string faculty, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        if (await SecretaryAsync(db, by, ct) is null) return null;
        var all = await db.HouseTexts.Where(item => item.Faculty == faculty).ToListAsync(ct);
        var versions = all.Where(item => item.Number is not null).OrderByDescending(item => item.Number).ToImmutableArray();
        return new(faculty, await institutions.OfAsync(faculty, ct), !versions.IsEmpty, all.Find(item => item.Number is null), versions);
    }

    /// <summary>The words of a version or a draft with its logo; null when there is none, or for who may not see it.</summary>
    public async Task<Institution?> FindAsync(Guid id, PersonId by, CancellationToken ct)
    {
        await using var db = await dbs.LookAsync(ct);
        return await SecretaryAsync(db, by, ct) is null || await db.HouseTexts.FirstOrDefaultAsync(item => item.Id == id, ct) is not { } texts ? null : await Institutions.WholeAsync(db, texts, ct);
    }

    /// <summary>Keeps what is being written; letters do not change by it.</summary>
    /// <param name="upon">The revision of the draft that was read; 0 when there was none.</param>
    public Task<HouseRefusal?> WriteAsync(string faculty, Institution content, int upon, PersonId by, CancellationToken ct) =>
        ChangeAsync(faculty, upon, by, draft => draft.Content = content, ct);

    /// <param name="png">Null to have no logo any more.</param>
    public Task<HouseRefusal?> SetLogoAsync(string faculty, byte[]? png, int upon, PersonId by, CancellationToken ct)
    {
        if (png is null) return ChangeAsync(faculty, upon, by, draft => draft.Logo = null, ct);
        if (!Logo.Fits(png)) return Task.FromResult<HouseRefusal?>(new(HouseObjection.NoPicture));
        var file = new KeptFile { Sha256 = KeptFile.HashOf(png), ContentType = "image/png", Content = png };
        return ChangeAsync(faculty, upon, by, draft => draft.Logo = file.Sha256, ct, file);
    }

    /// <summary>Begins to write with the words of an earlier version.</summary>
    public Task<HouseRefusal?> TakeAsync(string faculty, Guid version, int upon, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await db.HouseTexts.FirstOrDefaultAsync(item => item.Id == version && item.Number != null, ct) is not { } earlier) return new HouseRefusal(HouseObjection.Overtaken);
            return await ChangeAsync(db, faculty, upon, by, draft => (draft.Content, draft.Logo) = (earlier.Content, earlier.Logo), ct);
        },
        ct);

    /// <summary>What was being written is thrown away; what is in force stays.</summary>
    public Task<HouseRefusal?> DiscardAsync(string faculty, int upon, PersonId by, CancellationToken ct) => dbs.ChangeAsync(
        async db =>
        {
            if (await SecretaryAsync(db, by, ct) is null) return new HouseRefusal(HouseObjection.NotYours);
            if (await DraftAsync(db, faculty, ct) is not { } draft || draft.Revision != upon) return new HouseRefusal(HouseObjection.Overtaken);
            db.Remove(draft);
            await db.SaveChangesAsync(ct);
            return null;
        },
        ct);

    /// <summary>From the next letter on the draft is what letters say.</summary>
    public async Task<HouseRefusal?> PutInForceAsync(string faculty, string why, int upon, PersonId by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(why);
        var refused = await dbs.ChangeAsync(
            async db =>
            {
                if (await SecretaryAsync(db, by, ct) is not { } actor) return new HouseRefusal(HouseObjection.NotYours);
                if (await DraftAsync(db, faculty, ct) is not { } draft || draft.Revision != upon || draft.Upon != await LastAsync(db, faculty, ct)) return new HouseRefusal(HouseObjection.Overtaken);
                var before = await institutions.OfAsync(faculty, ct);
                if (await RefusalAsync(db, draft, before, why, ct) is { } refusal) return refusal;
                draft.PutInForce(why.Trim(), actor, clock.GetUtcNow());
                await db.AuditAsync(
                    actor, "letter-texts.in-force", $"letter-texts/{draft.Id}",
                    new { faculty, number = draft.Number, changed = draft.Content.Differences(before).Select(item => $"{item.Field} {item.Language.Code()}"), logo = draft.Logo, content = draft.Content, note = draft.Why },
                    clock.GetUtcNow(), ct);
                await db.SaveChangesAsync(ct);
                return null;
            },
            ct);
        if (refused is null) institutions.Forget();
        return refused;
    }

    private static async Task<HouseRefusal?> RefusalAsync(PortalDb db, HouseTexts draft, Institution before, string why, CancellationToken ct)
    {
        var content = draft.Content;
        if (content.Missing() is { IsEmpty: false } missing) return new(HouseObjection.Missing, missing);
        if (content.TooLong() is { IsEmpty: false } tooLong) return new(HouseObjection.TooLong, tooLong);
        var strange = HouseFields.All.SelectMany(field => field.Languages().Select(language => (Field: field, Language: language)))
            .Where(item => DocumentPrinter.Unprintable(content.Of(item.Field, item.Language)).Length > 0).ToImmutableArray();
        if (!strange.IsEmpty) return new(HouseObjection.Unprintable, strange);
        if (Inked.IsEmpty(why) || why.Length > LongestWhy) return new(HouseObjection.NoWhy);
        var whole = await Institutions.WholeAsync(db, draft, ct);
        return before.Version is not null && content.Differences(before).IsEmpty && whole.Logo.AsSpan().SequenceEqual(before.Logo.AsSpan()) ? new(HouseObjection.NothingChanged) : null;
    }

    private Task<HouseRefusal?> ChangeAsync(string faculty, int upon, PersonId by, Action<HouseTexts> change, CancellationToken ct, KeptFile? file = null) => dbs.ChangeAsync(
        async db =>
        {
            if (file is not null && !await db.Files.AnyAsync(item => item.Sha256 == file.Sha256, ct)) db.Add(file);
            return await ChangeAsync(db, faculty, upon, by, change, ct);
        },
        ct);

    private async Task<HouseRefusal?> ChangeAsync(PortalDb db, string faculty, int upon, PersonId by, Action<HouseTexts> change, CancellationToken ct)
    {
        if (await SecretaryAsync(db, by, ct) is not { } actor) return new(HouseObjection.NotYours);
        var draft = await DraftAsync(db, faculty, ct);
        if ((draft?.Revision ?? 0) != upon) return new(HouseObjection.Overtaken);
        if (draft is null)
        {
            var inForce = await institutions.OfAsync(faculty, ct);
            var logo = await db.HouseTexts.Where(item => item.Id == inForce.Version).Select(item => item.Logo).FirstOrDefaultAsync(ct);
            draft = new HouseTexts { Id = Guid.CreateVersion7(clock.GetUtcNow()), Faculty = faculty, Upon = await LastAsync(db, faculty, ct), Content = inForce, Logo = logo };
            db.Add(draft);
        }

        change(draft);
        draft.Changed(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static Task<HouseTexts?> DraftAsync(PortalDb db, string faculty, CancellationToken ct) => db.HouseTexts.FirstOrDefaultAsync(item => item.Faculty == faculty && item.Number == null, ct);

    private static async Task<int> LastAsync(PortalDb db, string faculty, CancellationToken ct) => await db.HouseTexts.Where(item => item.Faculty == faculty).MaxAsync(item => item.Number, ct) ?? 0;

    private static async Task<Actor?> SecretaryAsync(PortalDb db, PersonId by, CancellationToken ct) => await db.PersonAsync(by, ct) is { } actor && actor.Is(Role.BoardSecretary) ? actor : null;
}
