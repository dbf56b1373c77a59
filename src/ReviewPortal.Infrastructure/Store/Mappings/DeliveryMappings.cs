using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class ProcessingAgreementMapping : IEntityTypeConfiguration<ProcessingAgreement>
{
    public void Configure(EntityTypeBuilder<ProcessingAgreement> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Supplier);
        builder.HasOne<Supplier>().WithMany().HasForeignKey(item => item.Supplier).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RetentionCoverageMapping : IEntityTypeConfiguration<RetentionCoverage>
{
    public void Configure(EntityTypeBuilder<RetentionCoverage> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Key);
    }
}

internal sealed class QuarantinedDeliveryMapping : IEntityTypeConfiguration<QuarantinedDelivery>
{
    public void Configure(EntityTypeBuilder<QuarantinedDelivery> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Sha256, "IX_WaitsOnce").IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(item => item.ReceivedAt);
        builder.Ignore(item => item.Waits);
    }
}

internal sealed class DeliveryReportMapping : IEntityTypeConfiguration<DeliveryReport>
{
    public void Configure(EntityTypeBuilder<DeliveryReport> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.At);
    }
}
