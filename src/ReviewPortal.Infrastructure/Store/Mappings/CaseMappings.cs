using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Number).IsUnique();
        builder.HasIndex(item => item.Sitting).IsUnique();
        builder.HasIndex(item => new { item.State, item.Due, item.Id });
        builder.HasOne<Sitting>().WithMany().HasForeignKey(item => item.Sitting).OnDelete(DeleteBehavior.Restrict);
        builder.Property(item => item.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseEventMapping : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.HasKey(item => item.Id);
        // The timeline has one line per version: two writers that both saw version n cannot both write n + 1.
        builder.HasIndex(item => new { item.Case, item.Version }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}
