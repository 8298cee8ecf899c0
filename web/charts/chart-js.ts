import { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js'

// Only what a radar needs: all of Chart.js would be half as big again.
Chart.register(LineElement, PointElement, RadarController, RadialLinearScale)

export { Chart }
