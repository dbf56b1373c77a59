using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Demo;

/// <summary>
/// Invented agreements and retention rules for the samples and for every format that is read, so that in Development a delivery comes in, also by a
/// command on an empty folder. What somebody changed stays as it was changed.
/// </summary>
internal sealed class DemoSuppliers(PortalDbs dbs, TimeProvider clock)
{
    private static readonly Actor Demo = new(new PersonId(Guid.Empty), "demo", "", []);

    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    private static readonly ImmutableArray<string> Faculties = ["Bètawetenschappen", "Geneeskunde", "Sociale Wetenschappen"];

    private static readonly ImmutableArray<string> Suppliers = ["Voorbeeld Proctoring", .. Enum.GetValues<SupplierFormat>().Select(SupplierFormats.Supplier).Distinct()];

    // What an invented supplier says of its software; the others have stated nothing.
    private static readonly ImmutableDictionary<string, string> Stated = ImmutableDictionary<string, string>.Empty.Add("Voorbeeld Proctoring", """
        De software kijkt vijf keer per seconde naar de webcam en luistert naar het geluid. Een signaal ontstaat wanneer het gezicht langer dan 0,5 seconde van het scherm is afgewend (gaze-away), niet of dubbel in beeld is (face-not-visible, second-person), de handen buiten beeld zijn (hands-not-visible) of spraak wordt herkend (speaking, second-voice).
        Bekende fouten: weerspiegeling in een bril, weinig licht, een hoofddoek of een pet, hardop lezen, en beweging van een huisdier of gordijn. Het gewicht is de zekerheid van de software over wat zij herkende; het zegt niets over de bedoeling van de kandidaat.
        Programma's, tabbladen, klembord, toetsenbord en muis worden door de recorder zelf geschreven en niet beoordeeld.
        """);

    public async Task PrepareAsync(CancellationToken ct)
    {
        await using (var db = await dbs.LookAsync(ct))
        {
            var keys = Suppliers.Select(Supplier.KeyOf).ToArray();
            var agreed = await db.Suppliers.CountAsync(item => keys.Contains(item.Key) && db.ProcessingAgreements.Any(agreement => agreement.Supplier == item.Id), ct);
            if (agreed == keys.Length && await db.RetentionCoverages.AnyAsync(ct)) return;
        }

        await dbs.ChangeAsync(db => AddAsync(db, clock.GetUtcNow(), ct), ct);
    }

    private static async Task<int> AddAsync(PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        var today = Amsterdam.DateOf(now);
        foreach (var (name, number) in Suppliers.Select((name, index) => (name, index + 1))) await AgreementAsync(db, name, $"VWO-2020-{number:000}", LongAgo, until: null, now, ct);
        await AgreementAsync(db, "Examenoog", "VWO-2024-017", today.AddYears(-2), today.AddDays(40), now, ct);
        await AgreementAsync(db, "Toetszicht", "VWO-2021-004", today.AddYears(-5), today.AddYears(-1), now, ct);
        if (!await db.RetentionCoverages.AnyAsync(ct))
        {
            foreach (var faculty in Faculties) await CoverageAsync(db, faculty, now, ct);
        }

        return await db.SaveChangesAsync(ct);
    }

    private static async Task AgreementAsync(PortalDb db, string name, string reference, DateOnly from, DateOnly? until, DateTimeOffset now, CancellationToken ct)
    {
        var key = Supplier.KeyOf(name);
        var supplier = await db.Suppliers.FirstOrDefaultAsync(item => item.Key == key, ct);
        if (supplier is not null && await db.ProcessingAgreements.AnyAsync(item => item.Supplier == supplier.Id, ct)) return;
        if (supplier is null) db.Add(supplier = new Supplier { Id = Guid.CreateVersion7(now), Name = name, Key = key, RegisteredAt = now, RegisteredByName = Demo.Name });
        if (Stated.TryGetValue(name, out var looksFor) && supplier.StatedAt is null) supplier.State(looksFor, Demo, now);
        db.Add(new ProcessingAgreement { Id = Guid.CreateVersion7(now), Supplier = supplier.Id, Reference = reference, From = from, Until = until, RegisteredAt = now, RegisteredByName = Demo.Name });
        await db.AuditAsync(Demo, "agreement.register", $"supplier/{supplier.Id}", new { name, reference, from, until }, now, ct);
    }

    private static async Task CoverageAsync(PortalDb db, string faculty, DateTimeOffset now, CancellationToken ct)
    {
        var row = new RetentionCoverage
        {
            Id = Guid.CreateVersion7(now), Scope = CoverageScope.Faculty, Named = faculty, Key = RetentionCoverage.KeyOf(faculty), From = LongAgo, Basis = "Bewaarschema Online Proctoring 2020 (voorbeeld)",
            RegisteredAt = now, RegisteredByName = Demo.Name,
        };
        db.Add(row);
        await db.AuditAsync(Demo, "retention.register", $"retention/{row.Id}", new { row.Scope, row.Named, row.From, row.Basis }, now, ct);
    }
}
