using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Necessity;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class FacilityRequestMapping : IEntityTypeConfiguration<FacilityRequest>
{
    public void Configure(EntityTypeBuilder<FacilityRequest> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => item.StudentNumber);
        builder.HasIndex(item => item.TestOn);
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.Ignore(item => item.FileBy);
        builder.Ignore(item => item.IsLate);
        builder.Ignore(item => item.IsClosed);
        builder.Ignore(item => item.StateOutside);
        builder.Ignore(item => item.StateUntold);
        builder.ToTable(table =>
        {
            // Before the letter has gone out a decision has no effect (Awb 3:40), and without one there is no letter.
            table.HasCheckConstraint("CK_PublishedWhatWasDecided", "\"PublishedAt\" IS NULL OR (\"Decision\" IS NOT NULL AND \"State\" IN ('Granted', 'Refused'))");
            table.HasCheckConstraint("CK_DecidedWithReasons", "\"State\" NOT IN ('Granted', 'Refused') OR (\"Decision\" IS NOT NULL AND \"Assessment\" IS NOT NULL)");
        });
    }
}
